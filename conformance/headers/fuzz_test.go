package headers_test

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"
	"time"
)

// TestFuzz runs each libFuzzer target, headers/NAME/fuzz/*.c, natively with
// AddressSanitizer and UndefinedBehaviorSanitizer, and so headers/NAME/fuzz/inside/*.c,
// which include what they test. As a test it stops after a
// number of runs, from a fixed seed; `make fuzz` gives it time instead, by
// WILDEBEEST_FUZZ=60s and the like for each target.
func TestFuzz(t *testing.T) {
	programs, inside := modulePrograms(t, "fuzz"), modulePrograms(t, "fuzz/inside")
	limit := "-runs=3000"
	if given := os.Getenv("WILDEBEEST_FUZZ"); given != "" {
		d, err := time.ParseDuration(given)
		if err != nil || d < time.Second {
			t.Fatalf("WILDEBEEST_FUZZ=%s: give a duration of at least 1s", given)
		}
		limit = "-max_total_time=" + strconv.Itoa(int(d.Seconds()))
	}
	const sanitizers = "-fsanitize=fuzzer,address,undefined"
	build, buildInside := buildSanitized(t, programs, sanitizers), buildInside(t, inside, sanitizers)
	for _, program := range slices.Concat(programs, inside) {
		t.Run(programName(program), func(t *testing.T) {
			t.Parallel()
			if slices.Contains(inside, program) {
				fuzz(t, buildInside(t, program), limit)
			} else {
				fuzz(t, build(t, program), limit)
			}
		})
	}
}

func fuzz(t *testing.T, executable, limit string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, executable, limit, "-seed=1", "-max_len=400", "-timeout=20", "-close_fd_mask=1")
	run.Dir = t.TempDir()
	run.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/"}
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
