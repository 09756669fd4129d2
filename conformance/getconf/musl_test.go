package getconf_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
)

// answers reads "NAME VALUE" lines.
func answers(output string) map[string]string {
	found := map[string]string{}
	for _, line := range strings.Split(strings.TrimSuffix(output, "\n"), "\n") {
		name, value, _ := strings.Cut(line, " ")
		found[name] = value
	}
	return found
}

// expected is what getconf must say for a name: musl's answer for the constant
// behind it or, without one, undefined.
func expected(spellings []string, referee map[string]string) string {
	for _, constant := range spellings {
		if value, ok := referee[constant]; ok {
			return value
		}
	}
	return "undefined"
}

// compareTable holds getconf -a, where undefined is blank, against a referee.
func compareTable(t *testing.T, table, refereeOutput string) {
	t.Helper()
	asked, err := constants()
	if err != nil {
		lacking(t, "the constants behind the names cannot be found: %v", err)
	}
	referee, seen := answers(refereeOutput), 0
	if len(referee) < 200 {
		t.Fatalf("the referee printed only %d values:\n%s", len(referee), refereeOutput)
	}
	for _, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		name := strings.TrimSpace(line[:35])
		spellings, ok := asked[name]
		if !ok {
			spellings = asked["_"+name] // NPROCESSORS_*, since glibc 2.41
		}
		if spellings == nil {
			spellings = []string{name} // minima of limits.h, since glibc 2.43
		}
		seen++
		want, got := strings.TrimPrefix(expected(spellings, referee), "undefined"), line[35:]
		if name == "_AVPHYS_PAGES" {
			closeEnough(t, want, got)
		} else if want != got {
			t.Errorf("%s (%s): musl answers %q, getconf %q", name, spellings, want, got)
		}
	}
	if seen != 355 {
		t.Errorf("getconf -a has %d lines, want 355", seen)
	}
}

// muslGCC builds the referee with Debian's musl.
func muslGCC(t *testing.T) string {
	t.Helper()
	compiler := need(t, "musl-gcc")
	dir := t.TempDir()
	headers, err := filepath.Glob("/usr/include/*-linux-musl/unistd.h")
	if err != nil || len(headers) == 0 {
		lacking(t, "no headers of musl in /usr/include (musl-dev)")
	}
	if err := writeConstants(dir, headers[0]); err != nil {
		t.Fatal(err)
	}
	referee := filepath.Join(dir, "referee")
	command(t, ".", compiler, "-Os", "-D_LARGEFILE64_SOURCE", "-I", dir, "-o", referee, "testdata/referee.c")
	return referee
}

// TestMusl holds every name against a program linked to the installed musl.
func TestMusl(t *testing.T) {
	referee := muslGCC(t)
	for _, path := range []string{"/", "/proc", "/missing", ""} {
		compareTable(t, run(t, ours, muslMode, "-a", path).stdout, run(t, referee, nil, path).stdout)
	}
	asked, err := constants()
	if err != nil {
		lacking(t, "the constants behind the names cannot be found: %v", err)
	}
	values := answers(run(t, referee, nil).stdout)
	for name, spellings := range asked {
		if strings.HasPrefix(name, "GNU_LIB") || name == "_AVPHYS_PAGES" {
			continue // TestNotGlibc, TestAll
		}
		args := []string{name}
		if strings.HasPrefix(spellings[0], "_PC_") {
			args = append(args, "/missing")
		}
		want := result{stdout: expected(spellings, values) + "\n"}
		if got := run(t, ours, muslMode, args...); got != want {
			t.Errorf("getconf %q: %+v, want %+v", args, got, want)
		}
	}
}

// TestMuslLimits: limits and the affinity mask, as musl sees them.
func TestMuslLimits(t *testing.T) {
	referee := muslGCC(t)
	for _, limit := range append([]string{"taskset -p -c 0 $$ >/dev/null"}, limitCases...) {
		t.Run(limit, func(t *testing.T) {
			compareTable(t, limited(t, limit, ours, muslMode, "-a").stdout, limited(t, limit, referee, nil).stdout)
		})
	}
}

// clangKnows tells whether the installed clang compiles for a machine.
func clangKnows(t *testing.T, m musl.Machine) bool {
	t.Helper()
	need(t, "clang")
	compiler := m.Compiler()
	return exec.Command(compiler[0], append(compiler[1:], "-S", "-x", "c", "/dev/null", "-o", "/dev/null")...).Run() == nil
}

// TestMuslTargets holds the tool of each machine against upstream's musl there.
func TestMuslTargets(t *testing.T) {
	source := muslSource(t, musl.Stage3(), t.TempDir())
	for _, m := range musl.Machines() {
		t.Run(m.Go, func(t *testing.T) {
			if !clangKnows(t, m) {
				compareWithAMD64(t, m)
				return
			}
			tool, emulator := toolFor(t, m)
			referee := buildReferee(t, source, m)
			compareTable(t, run(t, emulator[0], muslMode, append(emulator[1:], tool, "-a")...).stdout,
				run(t, emulator[0], nil, append(emulator[1:], referee)...).stdout)
		})
	}
}

// compareWithAMD64 is for a machine that clang cannot build a referee for. The
// tool of an LP64 machine with a signed char, such as loong64, must say what the
// one of amd64 says, except for what is counted in pages.
func compareWithAMD64(t *testing.T, m musl.Machine) {
	t.Helper()
	if runtime.GOARCH != "amd64" {
		t.Skip("the reference is this machine's tool, which must be that of amd64")
	}
	tool, emulator := toolFor(t, m)
	pages := regexp.MustCompile(`(?m)^(PAGE_?SIZE|_(AV)?PHYS_PAGES) +\d+$`)
	want := pages.ReplaceAllString(run(t, ours, muslMode, "-a").stdout, "$1")
	got := pages.ReplaceAllString(run(t, emulator[0], muslMode, append(emulator[1:], tool, "-a")...).stdout, "$1")
	if want != got {
		t.Error(lineDiff(want, got))
	}
}

// toolFor builds getconf for a machine, and returns the command that runs
// programs of it.
func toolFor(t *testing.T, m musl.Machine) (tool string, emulator []string) {
	t.Helper()
	tool = filepath.Join(t.TempDir(), "getconf")
	if err := build(tool, module+"/cmd/getconf", m.Go); err != nil {
		t.Fatal(err)
	}
	return tool, emulate(t, m, tool)
}

// emulate is the command that runs programs of the machine, such as tool. Go
// programs do not run under qemu-i386, but an x86_64 kernel may run them.
func emulate(t *testing.T, m musl.Machine, tool string) []string {
	t.Helper()
	direct := []string{"/usr/bin/env"}
	switch {
	case m.Go == runtime.GOARCH:
		return direct
	case m.Go != "386":
		return []string{need(t, "qemu-"+m.Qemu, "qemu-"+m.Qemu+"-static")}
	case runtime.GOARCH != "amd64":
		t.Skipf("programs of %s run on x86_64 kernels only", m.Go)
	}
	if err := exec.Command(tool, "CHAR_BIT").Run(); errors.Is(err, syscall.ENOEXEC) {
		t.Skipf("this kernel runs no programs of %s: %v", m.Go, err)
	}
	return direct
}

// TestMuslVersions: --libc knows every numbered release whose source is available.
// They answer alike, and the test logs which constants a release added.
func TestMuslVersions(t *testing.T) {
	host, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	if host.Go != "amd64" {
		t.Skip("TestMuslTargets has the other machines")
	}
	dir := t.TempDir()
	headers := map[string]bool{}
	for i, r := range musl.WithSource() {
		if !r.Numbered() {
			continue
		}
		source := muslSource(t, r, dir)
		referee := buildReferee(t, source, host)
		table := run(t, ours, muslMode, "--libc="+r.String(), "-a")
		if table.code != 0 {
			t.Errorf("--libc=%s: %s", r, table.stderr)
			continue
		}
		compareTable(t, table.stdout, run(t, referee, nil).stdout)
		unistd, err := os.ReadFile(source + "/include/unistd.h")
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range constantPattern.FindAllSubmatch(unistd, -1) {
			constant := string(match[1])
			if i > 0 && !headers[constant] {
				t.Logf("since %s: %s", r, constant)
			}
			headers[constant] = true
		}
	}
}

// TestNotGlibc: what npm's detect-libc and others read to tell the two apart.
func TestNotGlibc(t *testing.T) {
	for _, name := range []string{"GNU_LIBC_VERSION", "GNU_LIBPTHREAD_VERSION"} {
		got := run(t, ours, muslMode, name)
		want := result{"", "getconf: Unrecognized variable `" + name + "'\n", 2}
		if got != want {
			t.Errorf("getconf %s: %+v, want %+v", name, got, want)
		}
	}
	out, err := exec.Command(ours, "-a").CombinedOutput()
	if err != nil || strings.Contains(string(out), "glibc") {
		t.Errorf("getconf -a: %v, or its output has glibc in it", err)
	}
}
