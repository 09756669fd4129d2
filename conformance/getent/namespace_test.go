// Package getent holds the tests that compare getent with its referees: glibc's
// own getent, and a program linked to musl that calls what getent(1) names.
package getent

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/private"
)

// The programs that are compared; paths outside /etc, which the tests replace.
var (
	toolPath  string // getent of this project
	glibcPath = "/usr/bin/getent"
	muslPath  string // testdata/muslgetent.c linked to musl
)

const inside = "WILDEBEEST_GETENT_NAMESPACE"

// TestMain runs the tests in a mount and a network namespace of their own, where
// /etc and /run are empty and loopback is the only network.
func TestMain(m *testing.M) {
	dir := os.Getenv(inside)
	if dir == "" {
		os.Exit(private.Programs(inside, programsIn))
	}
	toolPath, muslPath = filepath.Join(dir, "getent"), filepath.Join(dir, "muslgetent")
	if err := private.EmptySystem(); err != nil {
		fmt.Fprintln(os.Stderr, "set up the namespace:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// programsIn are the commands that make the programs.
func programsIn(dir string) [][]string {
	return [][]string{
		{"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir + "/getent", "../../cmd/getent"},
		{"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir + "/empty", "./testdata/empty"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/muslgetent", "testdata/muslgetent.c"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/peak", "testdata/peak.c"},
	}
}
