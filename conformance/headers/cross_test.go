package headers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/conformance/musl"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// crossMachine is run by qemu-user. Debian's cross compiler for it comes with
// libgcc and the unwinder, its glibc with a loader and the kernel's headers.
type crossMachine struct{ name, triple, loader string }

var crossMachines = []crossMachine{
	{"aarch64", "aarch64-linux-gnu", "ld-linux-aarch64.so.1"},
	{"riscv64", "riscv64-linux-gnu", "ld-linux-riscv64-lp64d.so.1"},
}

func (m crossMachine) compilerFile(name string) string {
	return filepath.Join("/usr/lib/gcc-cross", m.triple, "12", name)
}

func (m crossMachine) glibcFile(name string) string { return filepath.Join("/usr", m.triple, name) }

// TestOtherMachines compiles the test programs of all modules for aarch64 and
// riscv64, runs them in qemu, and expects what they print natively with glibc;
// where that differs, what they print with the machine's glibc in qemu: the size
// of a type, a trap, or a call that qemu lacks is what it is there. `make cross`
// runs this alone; musl is built for both, once, below var/.
func TestOtherMachines(t *testing.T) {
	programs, err := filepath.Glob("../../headers/*/test/*.c")
	if err != nil || len(programs) == 0 {
		t.Fatalf("no test programs found: %v", err)
	}
	for _, machine := range crossMachines {
		t.Run(machine.name, func(t *testing.T) {
			qemu, err := exec.LookPath("qemu-" + machine.name + "-static")
			if err != nil {
				t.Skip("no qemu-user: tools/need test installs it")
			}
			for _, file := range []string{machine.compilerFile("libgcc_eh.a"), machine.glibcFile("lib/" + machine.loader)} {
				if _, err := os.Stat(file); err != nil {
					t.Skipf("no %s: tools/need test installs it", file)
				}
			}
			reference, to := machine.glibc(), machine.musl(t, crossSysroot(t, machine))
			gaps := emulatorGaps(t, qemu, reference)
			for _, program := range programs {
				name := strings.TrimSuffix(strings.TrimPrefix(program, "../../headers/"), ".c")
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					if reason := gapOf(t, gaps, program); reason != "" {
						t.Skip(reason)
					}
					got := emulate(t, qemu, to.compile(t, program, "-std=gnu11"))
					if got == execute(t, glibc.compile(t, program, "-std=gnu11")) {
						return
					}
					there := emulate(t, qemu, reference.compile(t, program, "-std=gnu11"))
					if diff := cmp.Diff(strings.Split(there, "\n"), strings.Split(got, "\n")); diff != "" {
						t.Fatalf("%s differs from glibc here, and there (-glibc +musl, both on %s):\n%s", name, machine.name, diff)
					}
					t.Logf("not as on this machine, but as with glibc on %s", machine.name)
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

// glibc is the reference on the machine itself.
func (m crossMachine) glibc() target {
	return target{
		name: "glibc-" + m.name, compiler: m.triple + "-gcc",
		link: []string{"-lm", "-Wl,--dynamic-linker=" + m.glibcFile("lib/"+m.loader), "-Wl,--disable-new-dtags,-rpath=" + m.glibcFile("lib")}, // of the libraries that libc opens, too
	}
}

// musl is the machine with the library built for it.
func (m crossMachine) musl(t *testing.T, root string) target {
	t.Helper()
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "source")
	if err := generate.Tree(source, modules); err != nil {
		t.Fatal(err)
	}
	// clang otherwise finds the cross compiler, and with it glibc's directories.
	options := []string{"--target=" + m.name + "-linux-musl", "--sysroot=" + root, "--gcc-toolchain=" + t.TempDir(),
		"-idirafter", m.kernelHeaders(t)}
	command(t, "make", "-s", "-C", source, "-j2", "install", "CC=clang "+strings.Join(options, " "),
		"CFLAGS=-O2 -Wall -Wextra -Werror", "AR=llvm-ar", "DESTDIR="+dir)
	// libgcc's unwinder asks glibc for its tables; musl has them by other means.
	finder := filepath.Join(dir, "find_object.o")
	command(t, "clang", append(options, "-O2", "-c", "-o", finder, "testdata/find_object.c")...)
	include := append(options, "-nostdlib")
	for _, module := range modules {
		include = append(include, "-isystem", filepath.Join(dir, "usr", "include", "wildebeest", module.Name))
	}
	lib := filepath.Join(root, "usr", "lib")
	return target{
		name: "musl-" + m.name, compiler: "clang", include: include,
		link: []string{"-static", "-fuse-ld=lld", "-Wl,--eh-frame-hdr", lib + "/crt1.o", lib + "/crti.o",
			filepath.Join(dir, "usr", "lib", "libwildebeest.a"), m.compilerFile("libgcc_eh.a"), finder, lib + "/libc.a",
			m.compilerFile("libgcc.a"), lib + "/libc.a", lib + "/crtn.o"},
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
	release := musl.Releases[0]
	root, err := filepath.Abs(filepath.Join("..", "..", "var", "sysroot", "musl-"+release.Version+"-"+machine.name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "usr", "lib", "libc.a")); err == nil {
		return root
	}
	if err := release.Install(musl.Machine{Name: machine.name, Libgcc: machine.compilerFile("libgcc.a")}, root); err != nil {
		t.Fatal(err)
	}
	return root
}
