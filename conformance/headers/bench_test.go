package headers_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/sys/unix"
)

// benchRuns is how often each program runs; the best of all counts.
const benchRuns = 5

// BenchmarkBesideGlibc runs bench/*.c with glibc's own functions and, in turn
// with that, with musl and libwildebeest, and reports each case's time as a
// ratio of glibc's; the goal is 1.2. The time is the processor's, and the best
// of all rounds. qsort_r is not among them: musl has its own. The last row of a
// program is the most memory it had, in KiB.
//
// The trees have 20,000 files; WILDEBEEST_BENCH_FILES=1000000 takes a million,
// and a tenth of it in the directory that glob reads. They are below
// WILDEBEEST_BENCH_DIR, or the directory for temporary files, while it runs; with
// a million that is over ten minutes.
func BenchmarkBesideGlibc(b *testing.B) {
	programs, err := filepath.Glob("bench/*.c")
	if err != nil || len(programs) == 0 {
		b.Fatalf("no benchmarks: %v", err)
	}
	to := muslTargets(b)[0]
	tree := sync.OnceValue(func() string { return benchTree(b) })
	for _, program := range programs {
		b.Run(strings.TrimSuffix(filepath.Base(program), ".c"), func(b *testing.B) {
			var arguments []string
			if base := filepath.Base(program); base == "walk.c" || base == "glob.c" {
				arguments = []string{tree()}
			}
			executables := []string{
				glibc.compile(b, program, "-std=gnu11", "-O2", "-Wno-discarded-qualifiers"),
				to.compile(b, program, "-std=gnu11", "-O2"),
			}
			defer pin(b)()
			var names []string
			best := []map[string]float64{{}, {}}
			for b.Loop() {
				for range benchRuns {
					for i, executable := range executables {
						names = measure(b, best[i], executable, arguments)
					}
				}
			}
			b.ReportMetric(0, "ns/op")
			for _, name := range names {
				ratio := best[1][name] / best[0][name]
				b.ReportMetric(ratio, name+"-ratio")
				unit := "ns"
				if name == "memory" {
					unit = "KiB"
				}
				fmt.Printf("%-24s glibc %12.0f %-3s  wildebeest %12.0f %-3s  %5.2f\n", name, best[0][name], unit, best[1][name], unit, ratio)
			}
		})
	}
}

// pin keeps what this goroutine runs, until it calls the function returned, on
// one processor, the last that it may use: moving costs a program its caches.
func pin(b *testing.B) (undo func()) {
	b.Helper()
	runtime.LockOSThread()
	var allowed, one unix.CPUSet
	if err := unix.SchedGetaffinity(0, &allowed); err != nil {
		b.Fatalf("reading the processors to run on: %v", err)
	}
	for cpu, left := 0, allowed.Count(); left > 0; cpu++ {
		if allowed.IsSet(cpu) {
			one.Zero()
			one.Set(cpu)
			left--
		}
	}
	if err := unix.SchedSetaffinity(0, &one); err != nil {
		b.Fatalf("keeping to one processor: %v", err)
	}
	return func() {
		unix.SchedSetaffinity(0, &allowed)
		runtime.UnlockOSThread()
	}
}

// measure runs a program once and keeps the best time of each case; it returns
// the cases in their order.
func measure(b *testing.B, best map[string]float64, executable string, arguments []string) (names []string) {
	b.Helper()
	var stderr bytes.Buffer
	run := exec.Command(executable, arguments...)
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		b.Fatalf("%s: %v\n%s", executable, err, stderr.String())
	}
	for line := range strings.Lines(string(out)) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		ns, err := strconv.ParseFloat(text, 64)
		if err != nil {
			b.Fatalf("%s printed %q", executable, line)
		}
		if before, ok := best[name]; !ok || ns < before {
			best[name] = ns
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// benchTree makes directories of 100 files each below tree, ten of them in one,
// and a flat one with a tenth of the files, but 100,000 at most.
func benchTree(b *testing.B) string {
	b.Helper()
	files := 20000
	if given := os.Getenv("WILDEBEEST_BENCH_FILES"); given != "" {
		var err error
		if files, err = strconv.Atoi(given); err != nil || files < 1000 {
			b.Fatalf("WILDEBEEST_BENCH_FILES=%s: give a number of at least 1000", given)
		}
	}
	root, err := os.MkdirTemp(os.Getenv("WILDEBEEST_BENCH_DIR"), "wildebeest-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(root) })
	fill := func(dir, format string, count int) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			b.Fatal(err)
		}
		for i := range count {
			name := filepath.Join(dir, fmt.Sprintf(format, 'a'+i%5, i, "chos"[i%4]))
			if err := os.WriteFile(name, nil, 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	for i := range files / 100 {
		fill(filepath.Join(root, "tree", fmt.Sprint("d", i/10), fmt.Sprint("e", i%10)), "%c%d.%c", 100)
	}
	fill(filepath.Join(root, "flat"), "%c%d.%c", min(files/10, 100000))
	return root
}
