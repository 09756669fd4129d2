package headers_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// library generates, builds and installs libwildebeest for musl, once for all
// tests, and returns the root it is installed in.
func library(t testing.TB) string {
	root := sysroot.Find(t)
	dir, err := buildLibrary(root)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var libraryDir string

var buildLibrary = func() func(root string) (string, error) {
	var once sync.Once
	var failure error
	return func(root string) (string, error) {
		once.Do(func() { failure = generateAndBuild(root) })
		return libraryDir, failure
	}
}()

func generateAndBuild(root string) error {
	modules, err := headers.Modules()
	if err != nil {
		return err
	}
	if libraryDir, err = os.MkdirTemp("", "libwildebeest-"); err != nil {
		return err
	}
	source := filepath.Join(libraryDir, "source")
	if err := generate.Tree(source, modules); err != nil {
		return err
	}
	variables := buildVariables(root, "-O2 -Wall -Wextra -Werror")
	if err := clang.CompileTree(context.Background(), source, variables, ""); err != nil {
		return err
	}
	make := exec.Command("make", slices.Concat([]string{"-s", "-C", source, "-j2", "--no-print-directory", "install", "DESTDIR=" + libraryDir},
		variables)...)
	make.Stdout, make.Stderr = os.Stderr, os.Stderr
	return make.Run()
}

// muslBuild are the variables of make with which the library is built for musl.
func muslBuild(t testing.TB) []string {
	return buildVariables(sysroot.Find(t), "-O2 -Wall -Wextra -Werror")
}

func buildVariables(root, flags string) []string {
	return []string{"CC=clang --target=" + host().Triple + " --sysroot=" + root, "CFLAGS=" + flags, "AR=llvm-ar"}
}

// host is the machine that the tests run on.
var host = sync.OnceValue(func() musl.Machine {
	machine, err := musl.Host()
	if err != nil {
		panic(err) // musl/machines has no file of this machine
	}
	return machine
})

// allModules are the modules of the library.
func allModules(t testing.TB) []headers.Module {
	t.Helper()
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	return modules
}

// modulePrograms are the C files in one directory of every module, such as "test".
func modulePrograms(t testing.TB, dir string) []string {
	t.Helper()
	programs, err := filepath.Glob(filepath.Join(moduleDir, "*", dir, "*.c"))
	if err != nil || len(programs) == 0 {
		t.Fatalf("no programs in %s/*/%s: %v", moduleDir, dir, err)
	}
	return programs
}

// moduleDir is the directory of the modules.
const moduleDir = "../../headers"

// programName is MODULE/DIR/FILE of one of modulePrograms.
func programName(program string) string {
	return strings.TrimPrefix(strings.TrimSuffix(program, ".c"), moduleDir+"/")
}

// moduleOf is the module of one of modulePrograms.
func moduleOf(t testing.TB, program string) headers.Module {
	t.Helper()
	name, _, _ := strings.Cut(programName(program), "/")
	m, err := headers.Find(allModules(t), name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMain(m *testing.M) {
	code := m.Run()
	if libraryDir != "" {
		os.RemoveAll(libraryDir)
	}
	os.Exit(code)
}
