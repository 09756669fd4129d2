package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFirstErrorBehindALongLine has a log whose first line is longer than what is
// kept of a line.
func TestFirstErrorBehindALongLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "log")
	text := strings.Repeat("x", 10<<20) + " error: not at the begin of its line\nld.lld: error: this one\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, want := firstError(file), "ld.lld: error: this one"; got != want {
		t.Errorf("%.100q, want %q", got, want)
	}
	if got := testing.AllocsPerRun(1, func() { firstError(file) }); got > 100 {
		t.Errorf("%v allocations", got)
	}
}

func TestFirstErrorIsOfTheBuild(t *testing.T) {
	for _, test := range []struct{ label, want, log string }{
		{"a compiler's", "a.c:1:1: error: no", "==> build\na.c:1:1: error: no\nb.c:2:1: error: neither"},
		{"a linker's", "ld.lld: error: undefined symbol: f", "ok\nld.lld: error: undefined symbol: f"},
		{"not of a probe", "x.c:3:1: error: yes", "conftest.c:1:1: error: probe\n| ld.lld: error: probe\n] a.c:1: error: probe\nclang: error: unsupported option\nx.c:3:1: error: yes"},
		{"configure's own", "configure: error: no argp", "configure: error: no argp"},
		{"else a probe's last", "conftest.c:2: error: b", "conftest.c:1: error: a\nconftest.c:2: error: b\n==> no"},
		{"a command that is not there", "make[1]: cc: No such file or directory", "cc -c a.c\nmake[1]: cc: No such file or directory\nmake: *** [Makefile:1: a.o] Error 127"},
		{"make's own", "Makefile:7: *** no libnl here.  Stop.", "==> build\nMakefile:7: *** no libnl here.  Stop."},
		{"a target", "make[2]: *** No rule to make target 'install'.  Stop.", "==> install\nmake[2]: *** No rule to make target 'install'.  Stop.\nmake[1]: *** [Makefile:3: all] Error 2"},
		{"a shell's", "/bin/sh: 6: msgfmt: not found", "/bin/sh: 6: msgfmt: not found\nmake: *** [Makefile:10: all] Error 1"},
		{"bash's", "bash: line 3: gcc: command not found", "bash: line 3: gcc: command not found"},
		{"none", "", "begin\nthe end"},
	} {
		file := filepath.Join(t.TempDir(), "log")
		if err := os.WriteFile(file, []byte(test.log+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := firstError(file); strings.TrimSpace(got) != test.want {
			t.Errorf("%s: %q, want %q", test.label, got, test.want)
		}
	}
}
