package getconf_test

import (
	"os/exec"
	"runtime"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
)

// closedCases are redirections of standard files and what they lead to. The Go
// runtime opens /dev/null, for reading and writing, in the place of a closed
// one: what is inherited just so is no error.
var closedCases = []struct{ script, want string }{
	{"PATH >&-", lost},
	{"-a >&-", lost},
	{"--help >&-", lost},
	{"PATH <&- >&-", lost},
	{"PATH >&- 2>&-", "exit 1: "},
	{"PATH <&- >&- 2>&-", "exit 1: "},
	{"PATH 1<>/dev/null", "(empty)"},
	{"PATH 0<>/dev/null 1>&0 2>&0", "(empty)"},
	{"PATH <&-", "/bin:/usr/bin"},
	{"PATH 2>&-", "/bin:/usr/bin"},
	{"PATH <&- 2>&-", "/bin:/usr/bin"},
	{"NOPE >&-", "exit 2: getconf: Unrecognized variable `NOPE'"},
	{"NOPE 2>&-", "exit 2: "},
}

const lost = "exit 1: getconf: write error: Bad file descriptor"

// TestClosedOutputs: nobody gets an answer from a closed standard output.
func TestClosedOutputs(t *testing.T) {
	for _, c := range closedCases {
		if got := told(t, ours, c.script); got != c.want {
			t.Errorf("getconf %s: %q, want %q", c.script, got, c.want)
		}
	}
}

// TestClosedOutputEverywhere: each machine has an entry point of its own.
func TestClosedOutputEverywhere(t *testing.T) {
	for _, m := range musl.Machines() {
		t.Run(m.Go, func(t *testing.T) {
			if m.Go == runtime.GOARCH {
				t.Skip("TestClosedOutputs has this one")
			}
			tool, emulator := toolFor(t, m)
			command := append(emulator, tool, "LONG_BIT")
			for _, c := range []struct {
				redirection string
				code        int
			}{{">&-", 1}, {"1<>/dev/null", 0}, {"<&- 2>&-", 0}} {
				got := finish(t, exec.Command("/bin/sh", append([]string{"-c", `"$@" ` + c.redirection, "sh"}, command...)...))
				if got.code != c.code {
					t.Errorf("getconf LONG_BIT %s: %+v, want exit code %d", c.redirection, got, c.code)
				}
			}
		})
	}
}
