package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// runArgs is run with the name getconf.
func runArgs(libcName string, args ...string) (stdout, stderr string, code int) {
	var out, err bytes.Buffer
	code = run(&out, &err, append([]string{"getconf"}, args...), libcName)
	return out.String(), err.String(), code
}

func TestRun(t *testing.T) {
	huge := strings.Repeat("A", 1<<20) // more than Linux passes in one argument
	usage := "Usage: getconf [-v specification] variable_name [pathname]\n       getconf -a [pathname]\n"
	for _, test := range []struct {
		name           string
		args           []string
		stdout, stderr string
		code           int
	}{
		{"value", []string{"CHAR_BIT"}, "8\n", "", 0},
		{"undefined", []string{"LEVEL1_DCACHE_SIZE"}, "undefined\n", "", 0},
		{"empty string", []string{"LFS_CFLAGS"}, "\n", "", 0},
		{"prefix rule", []string{"THREADS"}, "200809\n", "", 0},
		{"first match", []string{"ARG_MAX"}, "131072\n", "", 0},
		{"nothing", nil, "", usage, 2},
		{"unknown", []string{"NOPE"}, "", "getconf: Unrecognized variable `NOPE'\n", 2},
		{"huge", []string{huge}, "", "getconf: Unrecognized variable `" + huge + "'\n", 2},
		{"huge path", []string{"--libc=glibc", "NAME_MAX", huge}, "", "getconf: pathconf: " + huge + ": File name too long\n", 3},
		{"NUL in path", []string{"--libc=glibc", "NAME_MAX", "a\x00b"}, "", "getconf: pathconf: a\x00b: Invalid argument\n", 3},
		{"not UTF-8", []string{"\xff"}, "", "getconf: Unrecognized variable `\xff'\n", 2},
		{"musl ignores the path", []string{"NAME_MAX", "/missing"}, "255\n", "", 0},
		{"help", []string{"--help", "ignored"}, helpText, "", 0},
		{"version", []string{"--version"}, versionText, "", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			stdout, stderr, code := runArgs("", test.args...)
			if stdout != test.stdout || stderr != test.stderr || code != test.code {
				t.Errorf("got %.200q, %.200q, %d; want %.200q, %.200q, %d", stdout, stderr, code, test.stdout, test.stderr, test.code)
			}
		})
	}
	var out, err bytes.Buffer
	if code := run(&out, &err, nil, ""); code != 2 || err.String() != usage || out.Len() != 0 {
		t.Errorf("without any argument, not even a name: %d, %q, %q", code, out.String(), err.String())
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestWriteError(t *testing.T) {
	var stderr bytes.Buffer
	code := run(failingWriter{}, &stderr, []string{"getconf", "PATH"}, "")
	if want := "getconf: write error: Disk on fire\n"; code != 1 || stderr.String() != want {
		t.Errorf("%d, %q, want 1, %q", code, stderr.String(), want)
	}
}

// FuzzArgs: whatever the arguments are, the tool answers in one of its forms:
// an answer on stdout, or a message on stderr and the exit code for it.
func FuzzArgs(f *testing.F) {
	f.Add("", "-v", "X", "ARG_MAX")
	f.Add("glibc", "--libc=musl", "-a", "/")
	f.Add("glibc", "NAME_MAX", "/", "")
	f.Add("musl-1.2.3", "--", "-a", "\xff")
	f.Add("x", "-vX", "--help", "--")
	f.Fuzz(func(t *testing.T, libcName, first, second, third string) {
		for n := range 4 {
			stdout, stderr, code := runArgs(libcName, []string{first, second, third}[:min(n, 3)]...)
			switch {
			case code == exitOK && stderr == "" && strings.HasSuffix(stdout, "\n"):
			case (code == exitUsage || code == exitPathFailed) && stdout == "" && strings.HasSuffix(stderr, "\n"):
			default:
				t.Errorf("%q: stdout %q, stderr %q, exit code %d", []string{libcName, first, second, third}, stdout, stderr, code)
			}
			if code == exitOK && !utf8.ValidString(stdout) {
				t.Errorf("an answer that is not text: %q", stdout)
			}
		}
	})
}
