package headers_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// crossMachine is a machine that qemu-user emulates. Debian's cross compiler for
// it comes with libgcc and the unwinder, its glibc with a loader and the kernel's
// headers.
type crossMachine struct{ musl.Machine }

// debianPackages lists the Debian packages that the tests need.
const debianPackages = "../../tools/debian.txt"

// crossMachines are the machines whose cross compiler debianPackages names.
func crossMachines(t *testing.T) []crossMachine {
	t.Helper()
	list, err := os.Open(debianPackages)
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	listed := make(map[string]bool)
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		if words := strings.Fields(lines.Text()); len(words) > 1 {
			listed[words[1]] = true
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	var machines []crossMachine
	for _, m := range musl.Machines() {
		if m.GNU != "" && listed["gcc-"+m.GNU] {
			machines = append(machines, crossMachine{m})
		}
	}
	if len(machines) == 0 {
		t.Fatalf("%s names no cross compiler of a machine in musl/machines", debianPackages)
	}
	return machines
}

// compilerFile is where the cross compiler has one of its libraries.
func (m crossMachine) compilerFile(t *testing.T, name string) string {
	t.Helper()
	return command(t, m.GNU+"-gcc", "-print-file-name="+name)
}

func (m crossMachine) glibcFile(name string) string { return filepath.Join("/usr", m.GNU, name) }

func (m crossMachine) glibcLoader() string { return m.glibcFile("lib/" + filepath.Base(m.GlibcLib)) }

// tools returns the machine's emulator, or says that a package is missing.
func (m crossMachine) tools(t *testing.T) (qemu string) {
	t.Helper()
	qemu, err := exec.LookPath("qemu-" + m.Qemu + "-static")
	if err == nil {
		_, err = exec.LookPath(m.GNU + "-gcc")
	}
	if err == nil {
		_, err = os.Stat(m.glibcLoader())
	}
	if err != nil {
		missing(t, "%v: `tools/need test` installs it", err)
	}
	return qemu
}

// missing ends a test for which the machine lacks something. In CI, where nothing
// may be missing, it fails; elsewhere it is skipped.
func missing(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// TestOtherMachines compiles the test programs of all modules for each other
// machine and runs them in qemu. They must print what they print natively with
// glibc; where they do not, what they print with the machine's glibc in qemu,
// since the size of a type, a floating-point trap, or a system call that qemu
// lacks differs there. `make cross` runs this test only; musl is built for each
// machine once, below var/.
func TestOtherMachines(t *testing.T) {
	programs := modulePrograms(t, "test")
	for _, machine := range crossMachines(t) {
		t.Run(machine.Name, func(t *testing.T) {
			qemu := machine.tools(t)
			reference, to := machine.glibc(), machine.musl(t, crossSysroot(t, machine))
			gaps := emulatorGaps(t, qemu, reference)
			build := to.buildAll(t, programs, "-std=gnu11")
			for _, program := range programs {
				name := programName(program)
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					if reason := gapOf(t, gaps, program); reason != "" {
						t.Skip(reason)
					}
					got := emulate(t, qemu, build(t, program))
					if got == glibcOutput(t, program) {
						return
					}
					there := emulate(t, qemu, reference.compile(t, program, "-std=gnu11"))
					if diff := cmp.Diff(strings.Split(there, "\n"), strings.Split(got, "\n")); diff != "" {
						t.Fatalf("%s differs from glibc natively, and from glibc for %s (-glibc +musl, both in qemu):\n%s", name, machine.Name, diff)
					}
					t.Logf("differs from glibc on this machine, equals glibc on %s", machine.Name)
				})
			}
		})
	}
}

// emulate is execute in qemu, under the name that the program has natively.
func emulate(t *testing.T, qemu, executable string) string {
	t.Helper()
	return execute(t, qemu, "-0", filepath.Base(executable), executable)
}

// glibc is the reference for the machine.
func (m crossMachine) glibc() target {
	return target{
		name: "glibc-" + m.Name, compiler: m.GNU + "-gcc",
		// An rpath of the old kind is searched for the libraries that libc opens, too.
		link: []string{"-lm", "-lresolv", "-Wl,--dynamic-linker=" + m.glibcLoader(), "-Wl,--disable-new-dtags,-rpath=" + m.glibcFile("lib")},
	}
}

// musl is the machine with the library built for it.
func (m crossMachine) musl(t *testing.T, root string) target {
	t.Helper()
	modules := allModules(t)
	dir := t.TempDir()
	source := filepath.Join(dir, "source")
	if err := generate.Tree(source, modules); err != nil {
		t.Fatal(err)
	}
	// clang otherwise finds the cross compiler, and with it glibc's directories.
	options := append(m.Compiler(), "--sysroot="+root, "--gcc-toolchain="+t.TempDir(), "-idirafter", m.kernelHeaders(t))
	variables := []string{"CC=" + strings.Join(options, " "), "CFLAGS=-O2 -Wall -Wextra -Werror", "AR=llvm-ar"}
	if err := clang.CompileTree(t.Context(), source, variables, ""); err != nil {
		t.Fatal(err)
	}
	command(t, "make", append([]string{"-s", "-C", source, "install", "DESTDIR=" + dir}, variables...)...)
	// libgcc's unwinder asks glibc for its tables; musl has them by other means.
	finder := filepath.Join(dir, "find_object.o")
	command(t, options[0], append(options[1:], "-O2", "-c", "-o", finder, "testdata/find_object.c")...)
	include := append(options[1:], "-nostdlib")
	for _, module := range modules {
		include = append(include, "-isystem", filepath.Join(dir, "usr", "include", "wildebeest", module.Name))
	}
	lib := filepath.Join(root, "usr", "lib")
	return target{
		name: "musl-" + m.Name, compiler: options[0], include: include,
		link: []string{"-static", "-fuse-ld=lld", "-Wl,--eh-frame-hdr", lib + "/crt1.o", lib + "/crti.o",
			filepath.Join(dir, "usr", "lib", "libwildebeest.a"), m.compilerFile(t, "libgcc_eh.a"), finder, lib + "/libc.a",
			m.compilerFile(t, "libgcc.a"), lib + "/libc.a", lib + "/crtn.o"},
	}
}

// kernelHeaders is a directory of what is the kernel's in Debian's directory,
// where glibc's headers are too.
func (m crossMachine) kernelHeaders(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"asm", "asm-generic", "linux", "mtd"} {
		if err := os.Symlink(m.glibcFile("include/"+name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// crossSysroot is upstream's musl for a machine, built once.
func crossSysroot(t *testing.T, machine crossMachine) string {
	t.Helper()
	release := musl.Stage3()
	root, err := filepath.Abs(filepath.Join(sysroot.Parent, release.String()+"-"+machine.Name))
	if err != nil {
		t.Fatal(err)
	}
	if err := release.Install(t.Context(), fetch.UserCache(), machine.Machine, machine.GNU+"-gcc", root); err != nil {
		t.Fatal(err)
	}
	return root
}
