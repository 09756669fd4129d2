// Package sysroot finds the upstream musl that tests compile against.
package sysroot

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
)

// Variable names another sysroot in the environment.
const Variable = "WILDEBEEST_SYSROOT"

// Parent is where the driver and the tests put what they build of musl, seen from
// a package of conformance.
var Parent = filepath.Join("..", "..", "var", "sysroot")

// Find returns the upstream musl with the kernel's headers that `make sysroot`
// builds, an absolute path. Debian's musl-dev would not do: it adds fts and lacks
// crypt. Without a sysroot the test fails.
func Find(t testing.TB) string {
	t.Helper()
	dir := os.Getenv(Variable)
	if dir == "" {
		dir = filepath.Join(Parent, musl.Stage3().String())
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "usr", "include", "features.h")); err != nil {
		t.Fatalf("no musl sysroot in %s: run `make sysroot`, or name one in %s", dir, Variable)
	}
	return dir
}
