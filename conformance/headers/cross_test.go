package headers_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// crossMachines are run by qemu-user. Debian's libgcc for them has what clang
// calls for long double; the kernel's headers are not needed by crossModules.
var crossMachines = []struct{ name, libgcc string }{
	{"aarch64", "/usr/lib/gcc-cross/aarch64-linux-gnu/12/libgcc.a"},
	{"riscv64", "/usr/lib/gcc-cross/riscv64-linux-gnu/12/libgcc.a"},
}

// crossModules are those with assembly, with types that differ by machine, or that
// care whether char is signed.
var crossModules = []string{"accounts", "regex", "stdio", "strtol", "ucontext"}

// crossSource is upstream's release as Debian has it, byte for byte.
const (
	crossSource    = "http://deb.debian.org/debian/pool/main/m/musl/musl_1.2.3.orig.tar.gz"
	crossSourceSum = "7d5b0b6062521e4627e099e4c9dc8248d32a30285e959b7eecaa780cf8cfd4a4"
)

// TestOtherMachines compiles test programs for aarch64 and riscv64, runs them in
// qemu, and expects what the native program prints with glibc. WILDEBEEST_CROSS=1
// lets it build musl for both, once, below var/ (two minutes on two cores).
func TestOtherMachines(t *testing.T) {
	for _, machine := range crossMachines {
		t.Run(machine.name, func(t *testing.T) {
			qemu, err := exec.LookPath("qemu-" + machine.name + "-static")
			if err != nil {
				t.Skip("no qemu-user: build/need test installs it")
			}
			if _, err := os.Stat(machine.libgcc); err != nil {
				t.Skipf("no %s: build/need test installs it", machine.libgcc)
			}
			root := crossSysroot(t, machine.name, machine.libgcc)
			to := crossTarget(t, machine.name, root, machine.libgcc)
			for _, module := range crossModules {
				programs, err := filepath.Glob("../../headers/" + module + "/test/*.c")
				if err != nil || len(programs) == 0 {
					t.Fatalf("module %s has no test programs: %v", module, err)
				}
				for _, program := range programs {
					if usesNamespaces(t, program) {
						continue // qemu-user does not run unshare and mount for other machines
					}
					want := execute(t, glibc.compile(t, program, "-std=gnu11"))
					got := execute(t, emulated(t, qemu, to.compile(t, program, "-std=gnu11")))
					if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
						t.Errorf("%s on %s differs (-glibc on this machine +musl there):\n%s", program, machine.name, diff)
					}
				}
			}
		})
	}
}

func usesNamespaces(t *testing.T, program string) bool {
	text, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(text), "unshare(") || strings.Contains(string(text), "/proc/self/oom")
}

// emulated wraps an executable into a script that runs it in qemu.
func emulated(t *testing.T, qemu, executable string) string {
	script := executable + ".sh"
	text := fmt.Sprintf("#!/bin/sh\nexec %s -0 %s %s\n", qemu, filepath.Base(executable), executable)
	if err := os.WriteFile(script, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	return script
}

func crossTarget(t *testing.T, machine, root, libgcc string) target {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	modules, err := headers.Closure(all, crossModules)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "source")
	if err := generate.Tree(source, modules); err != nil {
		t.Fatal(err)
	}
	compiler := "clang --target=" + machine + "-linux-musl --sysroot=" + root
	command(t, "make", "-s", "-C", source, "-j2", "install", "CC="+compiler,
		"CFLAGS=-O2 -Wall -Wextra -Werror", "AR=llvm-ar", "DESTDIR="+dir)
	include := []string{"--target=" + machine + "-linux-musl", "--sysroot=" + root, "-nostdlib"}
	for _, m := range modules {
		include = append(include, "-isystem", filepath.Join(dir, "usr", "include", "wildebeest", m.Name))
	}
	lib := filepath.Join(root, "usr", "lib")
	return target{
		name: machine, compiler: "clang", include: include,
		link: []string{"-static", "-fuse-ld=lld", filepath.Join(lib, "crt1.o"), filepath.Join(lib, "crti.o"),
			filepath.Join(dir, "usr", "lib", "libwildebeest.a"), filepath.Join(lib, "libc.a"), libgcc,
			filepath.Join(lib, "libc.a"), filepath.Join(lib, "crtn.o")},
	}
}

// crossSysroot builds upstream's musl for another machine, once.
func crossSysroot(t *testing.T, machine, libgcc string) string {
	root, err := filepath.Abs(filepath.Join("..", "..", "var", "sysroot", "musl-1.2.3-"+machine))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "usr", "lib", "libc.a")); err == nil {
		return root
	}
	if os.Getenv("WILDEBEEST_CROSS") == "" {
		t.Skipf("no musl for %s in %s: run with WILDEBEEST_CROSS=1 to build it once", machine, root)
	}
	dir := t.TempDir()
	command(t, "tar", "-xf", crossTarball(t), "-C", dir, "--strip-components=1")
	configure := exec.Command("./configure", "--prefix=/usr", "--target="+machine, "--disable-shared", "LIBCC="+libgcc)
	configure.Dir = dir
	configure.Env = append(os.Environ(), "CC=clang --target="+machine+"-linux-musl", "AR=llvm-ar", "RANLIB=llvm-ranlib")
	if out, err := configure.CombinedOutput(); err != nil {
		t.Fatalf("configure musl for %s: %v\n%s", machine, err, out)
	}
	command(t, "make", "-s", "-C", dir, "-j2", "install", "DESTDIR="+dir+"/root")
	if err := os.MkdirAll(filepath.Dir(root), 0o755); err != nil {
		t.Fatal(err)
	}
	command(t, "cp", "-R", dir+"/root", root)
	return root
}

// crossTarball returns the source of musl from var/source, downloading it there
// where it is missing.
func crossTarball(t *testing.T) string {
	file := filepath.Join("..", "..", "var", "source", filepath.Base(crossSource))
	if data, err := os.ReadFile(file); err == nil {
		checkSum(t, file, data)
		return file
	}
	client := http.Client{Timeout: time.Minute}
	response, err := client.Get(crossSource)
	if err != nil {
		t.Skipf("download musl's source: %v; put it into %s", err, file)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Skipf("download %s: %s; put it into %s", crossSource, response.Status, file)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, 8<<20))
	if err != nil {
		t.Fatalf("download %s: %v", crossSource, err)
	}
	checkSum(t, crossSource, data)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func checkSum(t *testing.T, name string, data []byte) {
	sum := sha256.Sum256(data)
	if hex.EncodeToString(sum[:]) != crossSourceSum {
		t.Fatalf("%s has sha256 %x, not %s: remove it", name, sum, crossSourceSum)
	}
}
