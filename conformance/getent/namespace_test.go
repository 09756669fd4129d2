// Package getent holds the tests that compare getent with its referees: glibc's
// own getent, and a program linked to musl that calls what getent(1) names.
package getent

import (
	"fmt"
	"os"
	"os/exec"
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
		os.Exit(outside())
	}
	toolPath, muslPath = filepath.Join(dir, "getent"), filepath.Join(dir, "muslgetent")
	if err := private.EmptySystem(); err != nil {
		fmt.Fprintln(os.Stderr, "set up the namespace:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// outside builds the programs and starts this one again in the namespaces.
func outside() int {
	dir, err := os.MkdirTemp("", "getent-conformance-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	for _, args := range [][]string{
		{"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir + "/getent", "../../cmd/getent"},
		{"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir + "/empty", "./testdata/empty"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/muslgetent", "testdata/muslgetent.c"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/peak", "testdata/peak.c"},
	} {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%v: %v\n%s", args, err, out)
			return 1
		}
	}
	return private.Run(inside + "=" + dir)
}
