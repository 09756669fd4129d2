package headers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// sysroot is an upstream musl with kernel headers, built by `make sysroot`.
// Debian's musl-dev would not do: it adds fts and lacks crypt.
func sysroot(t testing.TB) string {
	dir := os.Getenv("WILDEBEEST_SYSROOT")
	if dir == "" {
		dir = filepath.Join("..", "..", "var", "sysroot", "musl-1.2.3")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "usr", "include", "features.h")); err != nil {
		t.Fatalf("no musl sysroot in %s: run `make sysroot`, or name one in WILDEBEEST_SYSROOT", dir)
	}
	return dir
}

// library generates, builds and installs libwildebeest for musl, once for all
// tests, and returns the root it is installed in.
func library(t testing.TB) string {
	root := sysroot(t)
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
	make := exec.Command("make", slices.Concat([]string{"-s", "-C", source, "-j2", "--no-print-directory", "install", "DESTDIR=" + libraryDir},
		buildVariables(root, "-O2 -Wall -Wextra -Werror"))...)
	make.Stdout, make.Stderr = os.Stderr, os.Stderr
	return make.Run()
}

// muslBuild are the variables of make with which the library is built for musl.
func muslBuild(t testing.TB) []string { return buildVariables(sysroot(t), "-O2 -Wall -Wextra -Werror") }

func buildVariables(root, flags string) []string {
	return []string{"CC=clang --target=x86_64-linux-musl --sysroot=" + root, "CFLAGS=" + flags, "AR=llvm-ar"}
}

// allModules are the modules of the library.
func allModules(t testing.TB) []headers.Module {
	t.Helper()
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	return modules
}

func TestMain(m *testing.M) {
	code := m.Run()
	if libraryDir != "" {
		os.RemoveAll(libraryDir)
	}
	os.Exit(code)
}
