// Package getent holds the tests that compare getent with its referees: glibc's
// own getent, and a program linked to musl that calls what getent(1) names.
package getent

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
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
	for _, err := range []error{
		syscall.Mount("tmpfs", "/etc", "tmpfs", 0, "mode=755"),
		syscall.Mount("tmpfs", "/run", "tmpfs", 0, "mode=755"),
		exec.Command("ip", "link", "set", "lo", "up").Run(),
	} {
		if err != nil {
			fmt.Fprintln(os.Stderr, "set up the namespace:", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// lacking is the exit code where the machine can't run the tests: they fail in
// CI, where nothing may be missing.
func lacking() int {
	if os.Getenv("CI") != "" {
		return 1
	}
	return 0
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
	flags := []string{"-m", "-n", "--propagation", "private"}
	if os.Getuid() != 0 {
		flags = append(flags, "-r")
	}
	if out, err := exec.Command("unshare", append(flags, "true")...).CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "no test has run: the kernel refuses namespaces: %s", out)
		return lacking()
	}
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	cmd := exec.Command("unshare", append(append(flags, self), os.Args[1:]...)...)
	cmd.Env = append(os.Environ(), inside+"="+dir)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return 1
	}
	return 0
}
