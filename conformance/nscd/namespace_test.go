// Package nscd holds the tests of the daemon nscd: what programs linked to musl get
// through it, beside what programs linked to glibc get by systemd's own module, and
// what becomes of clients when the sources of users hang, die or ask the daemon.
package nscd

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/private"
)

// programs is the directory of the programs under test; they are outside of what the
// tests replace.
var programs string

const inside = "WILDEBEEST_NSCD_NAMESPACE"

// program is the path of one of them.
func program(name string) string { return filepath.Join(programs, name) }

// TestMain runs the tests in a mount and a network namespace of their own, where
// /etc and /run are empty.
func TestMain(m *testing.M) {
	if text, ok := os.LookupEnv(inService); ok {
		os.Exit(runService(text))
	}
	if programs = os.Getenv(inside); programs == "" {
		os.Exit(private.Programs(inside, programsIn))
	}
	if err := private.EmptySystem(); err != nil {
		fmt.Fprintln(os.Stderr, "set up the namespace:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// programsIn are the commands that make the programs.
func programsIn(dir string) [][]string {
	return [][]string{
		{"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir + "/nscd", "../../cmd/nscd"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/ask", "testdata/ask.c"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/flood", "testdata/flood.c"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/first", "testdata/first.c"},
		{"musl-gcc", "-static", "-O1", "-o", dir + "/repeat", "testdata/repeat.c"},
		{"gcc", "-O1", "-o", dir + "/ask-glibc", "testdata/ask.c"},
		{"gcc", "-O1", "-o", dir + "/repeat-glibc", "testdata/repeat.c"},
	}
}
