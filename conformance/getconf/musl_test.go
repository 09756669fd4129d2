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

	"github.com/serpent-os/wildebeest/conformance/musl"
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
		seen++
		want, got := strings.TrimPrefix(expected(spellings, referee), "undefined"), line[35:]
		if name == "_AVPHYS_PAGES" {
			closeEnough(t, want, got)
		} else if want != got {
			t.Errorf("%s (%s): musl answers %q, getconf %q", name, spellings, want, got)
		}
	}
	if seen != 322 {
		t.Errorf("getconf -a has %d lines, want 322", seen)
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

// targets are those that Debian's clang and a linker can build for.
var targets = []target{
	{"amd64", "x86_64-linux-musl", "x86_64", nil, "ld.lld", ""},
	{"386", "i386-linux-musl", "i386", nil, "ld.lld", ""},
	{"arm64", "aarch64-linux-musl", "aarch64", nil, "ld.lld", "aarch64"},
	{"riscv64", "riscv64-linux-musl", "riscv64", nil, "ld.lld", "riscv64"},
	{"arm", "armv7a-linux-musleabihf", "arm", []string{"-mcpu=cortex-a15"}, "ld.lld", "arm"},
	{"ppc64le", "powerpc64le-linux-musl", "powerpc64", []string{"-mlong-double-64"}, "ld.lld", "ppc64le"},
	{"s390x", "s390x-linux-musl", "s390x", nil, "s390x-linux-gnu-ld", "s390x"},
}

// TestMuslTargets holds the tool of each target against upstream's musl there.
func TestMuslTargets(t *testing.T) {
	source := muslSource(t, musl.Releases[0], t.TempDir())
	for _, to := range targets {
		t.Run(to.goarch, func(t *testing.T) {
			tool := filepath.Join(t.TempDir(), "getconf")
			if err := build(tool, module+"/cmd/getconf", to.goarch); err != nil {
				t.Fatal(err)
			}
			emulator := emulate(t, to, tool)
			referee := buildReferee(t, source, to)
			compareTable(t, run(t, emulator[0], muslMode, append(emulator[1:], tool, "-a")...).stdout,
				run(t, emulator[0], nil, append(emulator[1:], referee)...).stdout)
		})
	}
}

// TestLoong64: Debian's clang cannot build a referee for it, but a tool of this
// LP64 target with a signed char must say what the one of amd64 says, except
// for what is counted in pages.
func TestLoong64(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("amd64 is the measure")
	}
	qemu := need(t, "qemu-loongarch64", "qemu-loongarch64-static")
	tool := filepath.Join(t.TempDir(), "getconf")
	if err := build(tool, module+"/cmd/getconf", "loong64"); err != nil {
		t.Fatal(err)
	}
	pages := regexp.MustCompile(`(?m)^(PAGE_?SIZE|_(AV)?PHYS_PAGES) +\d+$`)
	want := pages.ReplaceAllString(run(t, ours, muslMode, "-a").stdout, "$1")
	got := pages.ReplaceAllString(run(t, qemu, muslMode, tool, "-a").stdout, "$1")
	if want != got {
		t.Error(lineDiff(want, got))
	}
}

// emulate is the command that runs programs of the target, such as tool; Go
// programs do not run under qemu-i386, but an x86_64 kernel may run them.
func emulate(t *testing.T, to target, tool string) []string {
	t.Helper()
	if to.qemu != "" && runtime.GOARCH != to.goarch {
		return []string{need(t, "qemu-"+to.qemu, "qemu-"+to.qemu+"-static")}
	}
	if runtime.GOARCH != "amd64" && runtime.GOARCH != to.goarch {
		t.Skipf("programs of %s run on x86_64 kernels only", to.goarch)
	}
	if err := exec.Command(tool, "CHAR_BIT").Run(); errors.Is(err, syscall.ENOEXEC) {
		t.Skipf("this kernel runs no programs of %s: %v", to.goarch, err)
	}
	return []string{"/usr/bin/env"}
}

// TestMuslVersions: the versions that --libc knows answer alike, and their
// headers have no further constant that a name asks for.
func TestMuslVersions(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("TestMuslTargets has the other machines")
	}
	dir := t.TempDir()
	headers := map[string]bool{}
	for i, r := range musl.Releases {
		source := muslSource(t, r, dir)
		referee := buildReferee(t, source, targets[0])
		compareTable(t, run(t, ours, muslMode, "--libc=musl-"+r.Version, "-a").stdout, run(t, referee, nil).stdout)
		unistd, err := os.ReadFile(source + "/include/unistd.h")
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range constantPattern.FindAllSubmatch(unistd, -1) {
			constant := string(match[1])
			if i > 0 && !headers[constant] {
				t.Logf("since musl %s: %s", r.Version, constant)
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
