package headers_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/headers"
)

// warnings are on for every compilation: an overlay header must not be the
// reason why a package's -Werror build fails.
var warnings = []string{"-Wall", "-Wextra", "-Werror"}

// A target is a compiler and the libc it compiles for.
type target struct {
	name     string
	compiler string
	include  []string // goes before the source
	link     []string // goes after the source
}

// glibc is the reference: the same program against the host's libc.
var glibc = target{name: "glibc", compiler: "gcc", link: []string{"-lm", "-lpthread", "-lresolv"}}

// muslTargets compile against musl with the overlay first, and link statically
// with libwildebeest.
func muslTargets(t testing.TB) []target {
	t.Helper()
	root, lib := sysroot.Find(t), library(t)
	var overlay []string
	for _, m := range allModules(t) {
		overlay = append(overlay, "-isystem", filepath.Join(lib, "usr", "include", "wildebeest", m.Name))
	}
	archive := filepath.Join(lib, "usr", "lib", "libwildebeest.a")
	libc := filepath.Join(root, "usr", "lib")
	unwinder := command(t, "clang", "-print-file-name=libunwind.a") // for execinfo
	// clang otherwise finds the host's gcc, and with it glibc's directories.
	noGCC := "--gcc-toolchain=" + t.TempDir()
	return []target{{
		name: "musl-clang", compiler: "clang",
		include: append([]string{"--target=" + host().Triple, "--sysroot=" + root, noGCC}, overlay...),
		link: []string{"-static", "-fuse-ld=lld", "--rtlib=compiler-rt", "--unwindlib=none", "-Wl,--eh-frame-hdr", archive,
			unwinder},
	}, {
		name: "musl-gcc", compiler: "gcc",
		include: append(append([]string{"-nostdinc"}, overlay...),
			"-isystem", filepath.Join(root, "usr", "include"), "-isystem", command(t, "gcc", "-print-file-name=include")),
		link: []string{"-static", "-no-pie", "-nostdlib", "-Wl,--eh-frame-hdr", filepath.Join(libc, "crt1.o"), filepath.Join(libc, "crti.o"),
			archive, unwinder, filepath.Join(libc, "libc.a"), "-lgcc", "-lgcc_eh", filepath.Join(libc, "libc.a"), filepath.Join(libc, "crtn.o")},
	}}
}

// compile builds source into an executable; flags are those of the language.
func (to target) compile(t testing.TB, source string, flags ...string) string {
	t.Helper()
	executable := filepath.Join(t.TempDir(), strings.TrimSuffix(filepath.Base(source), ".c"))
	args := append([]string{"-o", executable}, warnings...)
	args = append(append(append(append(args, flags...), to.include...), source), to.link...)
	command(t, to.compiler, args...)
	return executable
}

// buildAll compiles module programs and returns what makes one of them executable.
// With clang all of them are compiled at once.
func (to target) buildAll(t testing.TB, programs []string, flags ...string) func(testing.TB, string) string {
	t.Helper()
	if to.compiler != "clang" {
		return func(t testing.TB, program string) string {
			return to.with(moduleOf(t, program)).compile(t, program, flags...)
		}
	}
	flags = append(slices.Clone(flags), sameFileNames(t))
	driver := clang.Driver{Words: slices.Concat([]string{to.compiler}, warnings, flags, to.include)}
	objects, err := driver.CompileInto(t.Context(), t.TempDir(), programs)
	if err != nil {
		t.Fatal(err)
	}
	linkers := to.linkers(t, programs)
	return func(t testing.TB, program string) string {
		t.Helper()
		executable := filepath.Join(t.TempDir(), strings.TrimSuffix(filepath.Base(program), ".c"))
		if err := linkers[moduleOf(t, program).Name].Link(t.Context(), executable, objects[program]); err != nil {
			t.Fatal(err)
		}
		return executable
	}
}

// sameFileNames has __FILE__ of a module program as if the compiler got its name.
func sameFileNames(t testing.TB) string {
	t.Helper()
	here, err := filepath.Abs(moduleDir)
	if err != nil {
		t.Fatal(err)
	}
	return "-fmacro-prefix-map=" + here + "=" + moduleDir
}

// linkers are what links the programs of each module. Most need the same.
func (to target) linkers(t testing.TB, programs []string) map[string]clang.Linker {
	t.Helper()
	driver := clang.Driver{Words: append([]string{to.compiler}, to.include...)}
	byFlags := make(map[string]clang.Linker)
	linkers := make(map[string]clang.Linker)
	for _, program := range programs {
		m := moduleOf(t, program)
		flags := to.with(m).link
		key := strings.Join(flags, " ")
		if byFlags[key] == nil {
			linker, err := driver.Linker(t.Context(), flags)
			if err != nil {
				t.Fatal(err)
			}
			byFlags[key] = linker
		}
		linkers[m.Name] = byFlags[key]
	}
	return linkers
}

// with is the target whose programs are linked with what a module's .pc file names
// besides the library. Every target has an unwinder already.
func (to target) with(m headers.Module) target {
	to.link = slices.Clone(to.link)
	for _, flag := range m.Libs {
		if flag != unwinderMark {
			to.link = append(to.link, flag)
		}
	}
	return to
}

// unwinderMark is the word in a module's libs that the Makefile replaces.
const unwinderMark = "@unwinder@"

// check compiles source without linking it.
func (to target) check(t testing.TB, source string, flags ...string) {
	t.Helper()
	args := append([]string{"-fsyntax-only"}, warnings...)
	args = append(append(append(args, flags...), to.include...), source)
	command(t, to.compiler, args...)
}

// command runs a program that must succeed and returns its trimmed output.
func command(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}
