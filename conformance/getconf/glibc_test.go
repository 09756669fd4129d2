package getconf_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/musl"
)

// files makes one file of each kind and returns the paths to try.
func files(t testing.TB) []string {
	t.Helper()
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.WriteFile(in("file"), nil, 0o644),
		os.Mkdir(in("directory"), 0o755),
		syscall.Mkfifo(in("fifo"), 0o644),
		os.Symlink("nowhere", in("dangling")),
		os.Symlink("loop", in("loop")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return []string{
		"/", in("file"), in("fifo"), "/proc", in("missing"), // those of TestNames
		in("directory"), in("dangling"), in("loop"), in("file") + "/below", strings.Repeat("x", 300),
		"", "--", "-a", "/proc/self/status", "/sys", "/dev", "/dev/null", "/dev/pts", "/dev/shm", ".",
	}
}

// TestNames: every name and prefixed spelling, without a path and with some.
func TestNames(t *testing.T) {
	needHost(t)
	paths := files(t)[:5]
	for _, name := range append(allNames(t), "NPROCESSORS_CONF", "NPROCESSORS_ONLN", "AVPHYS_PAGES", "POSIX_VERSION", "NOPE") {
		compare(t, name)
		for _, path := range paths {
			compare(t, name, path)
		}
	}
}

// TestAll: the whole table, for every kind of path.
func TestAll(t *testing.T) {
	needHost(t)
	compare(t, "-a")
	for _, path := range files(t) {
		compare(t, "-a", path)
	}
}

// compare holds --libc=glibc against the host's getconf, byte for byte.
func compare(t *testing.T, args ...string) {
	t.Helper()
	theirs, we := run(t, hostOwn, muslMode, args...), run(t, ours, glibcMode, args...)
	if len(args) == 1 && strings.HasSuffix(args[0], "AVPHYS_PAGES") {
		closeEnough(t, theirs.stdout, we.stdout)
		theirs.stdout, we.stdout = "", ""
	}
	theirs.stdout, we.stdout = settled(theirs.stdout), settled(we.stdout)
	if diff := cmp.Diff(theirs, we, cmp.AllowUnexported(result{})); diff != "" {
		t.Errorf("getconf %q: -glibc +ours:\n%s", args, diff)
	}
}

// closeEnough compares numbers of pages that change all the time: within a
// quarter of each other, or within 512 MiB.
func closeEnough(t *testing.T, want, got string) {
	t.Helper()
	w, errW := strconv.Atoi(strings.TrimSpace(want))
	g, errG := strconv.Atoi(strings.TrimSpace(got))
	if errW != nil && errG != nil && want == got {
		return
	}
	if errW != nil || errG != nil || max(w, g)-min(w, g) > max(w/4, 512<<20/os.Getpagesize()) {
		t.Errorf("available pages: want about %q, got %q", want, got)
	}
}

// TestLibcOption: the option, the environment and their order.
func TestLibcOption(t *testing.T) {
	releases := musl.WithSource()[0].String() + " to " + musl.Newest().String()
	for _, test := range []struct {
		name   string
		env    string
		args   []string
		stdout string
		stderr string
		code   int
	}{
		{"default", "", []string{"RE_DUP_MAX"}, "255\n", "", 0},
		{"option", "", []string{"--libc=glibc", "RE_DUP_MAX"}, "32767\n", "", 0},
		{"environment", "glibc", []string{"RE_DUP_MAX"}, "32767\n", "", 0},
		{"option over environment", "glibc", []string{"--libc=musl", "RE_DUP_MAX"}, "255\n", "", 0},
		{"version", "", []string{"--libc=" + musl.Newest().String(), "RE_DUP_MAX"}, "255\n", "", 0},
		{"before -v", "", []string{"--libc=glibc", "-v", "X", "--", "RE_DUP_MAX"}, "32767\n", "", 0},
		{"empty", "", []string{"--libc=", "RE_DUP_MAX"}, "255\n", "", 0},
		{"only first", "", []string{"RE_DUP_MAX", "--libc=glibc"}, "", "Usage: getconf [-v specification] variable_name [pathname]\n       getconf -a [pathname]\n", 2},
		{"unknown", "", []string{"--libc=uclibc", "RE_DUP_MAX"}, "", "getconf: unknown libc `uclibc' in --libc or GETCONF_LIBC: use musl, " + releases + ", or glibc\n", 2},
		{"unknown environment", "bionic", []string{"RE_DUP_MAX"}, "", "getconf: unknown libc `bionic' in --libc or GETCONF_LIBC: use musl, " + releases + ", or glibc\n", 2},
		{"newer name", "", []string{"--libc=glibc", "NPROCESSORS_CONF"}, "", "getconf: Unrecognized variable `NPROCESSORS_CONF'\n", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := run(t, ours, []string{"GETCONF_LIBC=" + test.env}, test.args...)
			want := result{test.stdout, test.stderr, test.code}
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(result{})); diff != "" {
				t.Error("-want +got:\n" + diff)
			}
		})
	}
}
