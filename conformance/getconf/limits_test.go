package getconf_test

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
)

// limitCases are commands for sh that change a soft limit; the tool follows.
var limitCases = []string{
	"ulimit -S -s 100", "ulimit -S -s 512", "ulimit -S -s 513", "ulimit -S -s 1000", "ulimit -S -s 24576", "ulimit -S -s 24580",
	"ulimit -S -s unlimited", "ulimit -S -n 10", "ulimit -S -n 100", "ulimit -n 64", "ulimit -S -u 20000", "ulimit -S -i 12", "ulimit -S -i 0",
}

// limited runs a getconf below a changed limit.
func limited(t *testing.T, limit, path string, env []string, args ...string) result {
	t.Helper()
	// dash has no -u and -i: bash is essential on Debian.
	script := limit + ` || exit 99; exec -a getconf "$@"`
	r := finish(t, &exec.Cmd{
		Path: "/bin/bash",
		Args: append([]string{"bash", "-c", script, "bash", path}, args...),
		Env:  env,
	})
	if r.code == 99 {
		t.Skipf("this machine does not allow %q: %s", limit, r.stderr)
	}
	return r
}

func TestLimits(t *testing.T) {
	needHost(t)
	for _, limit := range limitCases {
		t.Run(limit, func(t *testing.T) {
			theirs := settled(limited(t, limit, hostOwn, muslMode, "-a").stdout)
			we := settled(limited(t, limit, ours, glibcMode, "-a").stdout)
			if theirs != we {
				t.Error(lineDiff(theirs, we))
			}
		})
	}
}

// TestOpenMax: package syscall raises the limit of open files before main; the
// one that the process was started with counts.
func TestOpenMax(t *testing.T) {
	for _, mode := range [][]string{muslMode, glibcMode} {
		if got := limited(t, "ulimit -S -n 77", ours, mode, "OPEN_MAX").stdout; got != "77\n" {
			t.Errorf("%q: OPEN_MAX below a soft limit of 77 is %q", mode, got)
		}
	}
}

// TestHugeLimits puts values into the answer of prlimit64 that only root could
// set: those that a long or an int cannot hold.
func TestHugeLimits(t *testing.T) {
	needHost(t)
	for _, bits := range []string{
		"ffffffffffffffff", "feffffffffffffff", "0000000000000080", "ffffffffffffff7f", "ffffffff00000000", "0000000001000000", "0000000000000000",
	} {
		for _, name := range []string{"ARG_MAX", "OPEN_MAX", "CHILD_MAX", "SIGQUEUE_MAX"} {
			inject := "inject=prlimit64:poke_exit=@arg4=" + bits
			compareInjected(t, fmt.Sprint(bits, " ", name), []string{"prlimit64", inject}, name)
		}
	}
}

// lineDiff lists the lines that differ.
func lineDiff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var out strings.Builder
	for i := range max(len(w), len(g)) {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			fmt.Fprintf(&out, "- %s\n+ %s\n", a, b)
		}
	}
	return out.String()
}
