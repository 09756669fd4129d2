package getconf_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oddities are command lines that glibc's getconf treats in a way of its own.
var oddities = [][]string{
	{}, {""}, {"", ""}, {"-"}, {"--"}, {"---"}, {"-a"}, {"-a", ""}, {"-a", "-a"}, {"-a", "--"}, {"-a", "/", "/"}, {"-a", "/missing"},
	{"--", "-a"}, {"--", "--"}, {"--", "--", "PATH"}, {"--", "PATH"}, {"--", "PATH", "/"}, {"--", "NAME_MAX", "/"}, {"--", "NAME_MAX"},
	{"-v"}, {"-v", "X"}, {"-v", "X", "PATH"}, {"-v", "X", "-v", "X", "PATH"}, {"-v", "", "PATH"}, {"-vX"}, {"-vX", "PATH"},
	{"-verbose", "ARG_MAX"}, {"-v", "-a"}, {"-v", "-a", "-a"}, {"-v", "X", "-a"}, {"-v", "X", "-a", "/proc"}, {"-v", "X", "--", "PATH"},
	{"-v", "--", "PATH"}, {"-v", "--"}, {"-v", "POSIX_V7_LP64_OFF64", "LONG_BIT"}, {"-v", "POSIX_V7_ILP32_OFF32", "LONG_BIT"},
	{"-v", "X", "--help"}, {"-v", "X", "--version"}, {"-vX", "--", "--", "PATH"}, {"--", "-v", "X", "PATH"}, {"--", "-v"}, {"--", "--help"},
	{"PATH", ""}, {"PATH", "/"}, {"PATH", "--help"}, {"PATH", "-a"}, {"PATH", "x", "y"}, {"NAME_MAX"}, {"NAME_MAX", ""}, {"NAME_MAX", "/", "/"},
	{"NAME_MAX", "--"}, {"SOCK_MAXBUF", "/missing"}, {"SOCK_MAXBUF", ""}, {"SYMLINK_MAX", "/missing"}, {"PATH_MAX", "/missing"},
	{"path"}, {"PATH "}, {" PATH"}, {"PATH\n"}, {"_PATH"}, {"_POSIX_PATH"}, {"_POSIX__POSIX_THREADS"}, {"POSIX_THREADS"}, {"THREADS"},
	{"VERSION"}, {"NO_TRUNC", "/"}, {"V7_LP64_OFF64"}, {"_POSIX_"}, {"_SC_ARG_MAX"}, {"-x"}, {"-x", "PATH"}, {"-A"}, {"--he"}, {"--helpx"},
	{"--versio"}, {"-h"}, {"-V"}, {"\xff\xfe"}, {"NAME_MAX", "\xff\xfe"}, {"a\x01\x1b[31m"}, {"%s%n"}, {"NAME_MAX", "%s%n"}, {"ARG_MAX\x7f"},
	{strings.Repeat("A", 100_000)}, {"NAME_MAX", strings.Repeat("/", 5000)}, {"NAME_MAX", strings.Repeat("x/", 3000)},
	{"-v", strings.Repeat("A", 100_000), "PATH"}, {"-v" + strings.Repeat("A", 100_000), "PATH"}, {"-a", strings.Repeat("A", 100_000)},
}

func TestArguments(t *testing.T) {
	needHost(t)
	for _, args := range oddities {
		compare(t, args...)
	}
}

// TestProgramName: errors carry the name as it was called, the usage its last
// element.
func TestProgramName(t *testing.T) {
	needHost(t)
	for _, name := range []string{"getconf", "/usr/bin/getconf", "./x", "a/b/", "", "getconf\n"} {
		for _, args := range [][]string{{}, {"NOPE"}, {"NAME_MAX", "/missing"}} {
			with := func(path string) result {
				return finish(t, &exec.Cmd{Path: path, Args: append([]string{name}, args...), Env: glibcMode})
			}
			if diff := cmp.Diff(with(hostOwn), with(ours), cmp.AllowUnexported(result{})); diff != "" {
				t.Errorf("%q %q: -glibc +ours:\n%s", name, args, diff)
			}
		}
	}
}

// FuzzArguments compares two arguments at a time, taken from the interesting
// ones and changed by the fuzzer. Values that change while it runs stay out.
func FuzzArguments(f *testing.F) {
	for _, args := range oddities {
		if len(args) == 2 {
			f.Add(args[0], args[1])
		}
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		needHost(t)
		if len(first)+len(second) > 100_000 || strings.Contains(first+second, "\x00") {
			t.Skip("not an argument vector that execve takes")
		}
		if strings.HasPrefix(first, "--libc=") || first == "--help" || first == "--version" {
			t.Skip("ours on purpose: conformance/known.tsv")
		}
		compare(t, first, second)
	})
}
