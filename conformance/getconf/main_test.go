// Package getconf_test holds cmd/getconf against its referees: the host's own
// getconf (glibc), C programs linked to musl, and the kernel under strace,
// qemu and mount namespaces.
package getconf_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const (
	module  = "github.com/serpent-os/wildebeest"
	hostOwn = "/usr/bin/getconf"
)

// ours is the tool under test, built as the Makefile builds it.
var ours string

func TestMain(m *testing.M) {
	if tool, ok := os.LookupEnv(toolInside); ok {
		ours = tool
		os.Exit(m.Run())
	}
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "getconf")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	os.Chmod(dir, 0o755) // other users run the tool in some tests
	ours = filepath.Join(dir, "getconf")
	if err := build(ours, module+"/cmd/getconf", ""); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// build builds a Go package for an architecture, "" being this one.
func build(output, pkg, arch string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", output, pkg)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if arch != "" {
		cmd.Env = append(cmd.Env, "GOARCH="+arch)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build %s: %v\n%s", pkg, err, out)
	}
	return nil
}

// result is what a command line led to.
type result struct {
	stdout, stderr string
	code           int // minus the signal's number, for a death by signal
}

// glibcMode and muslMode are environments.
var (
	glibcMode = []string{"LC_ALL=C", "GETCONF_LIBC=glibc"}
	muslMode  = []string{"LC_ALL=C"}
)

// run runs the program at path under the name getconf.
func run(t testing.TB, path string, env []string, args ...string) result {
	t.Helper()
	return finish(t, &exec.Cmd{Path: path, Args: append([]string{"getconf"}, args...), Env: env})
}

func finish(t testing.TB, cmd *exec.Cmd) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if cmd.Stdout == nil {
		cmd.Stdout = &stdout
	}
	cmd.Stderr = &stderr
	err := cmd.Run()
	r := result{stdout: stdout.String(), stderr: stderr.String()}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		r.code = exit.ExitCode()
		if status := exit.Sys().(syscall.WaitStatus); status.Signaled() {
			r.code = -int(status.Signal())
		}
	} else if err != nil {
		t.Fatalf("run %s: %v", cmd, err)
	}
	return r
}

// needHost skips where the host's getconf is not the one that was observed.
func needHost(t testing.TB) {
	t.Helper()
	if version := run(t, hostOwn, nil, "GNU_LIBC_VERSION").stdout; version != "glibc 2.36\n" {
		t.Skipf("the referee is the getconf of glibc 2.36 (Debian 12), this host has %q", version)
	}
}

// need skips where a program is missing that tools/debian.txt lists, and
// fails in CI, where nothing may be missing.
func need(t testing.TB, programs ...string) string {
	t.Helper()
	for _, program := range programs {
		if path, err := exec.LookPath(program); err == nil {
			return path
		}
	}
	lacking(t, "none of these is installed: %s (tools/debian.txt has the package)", strings.Join(programs, ", "))
	return ""
}

func lacking(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("in CI nothing may be missing: "+format, args...)
	}
	t.Skipf(format, args...)
}

// settled hides the number of available pages, which no two runs share.
func settled(output string) string {
	lines := strings.Split(output, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "_AVPHYS_PAGES ") {
			lines[i] = "_AVPHYS_PAGES (volatile)"
		}
	}
	return strings.Join(lines, "\n")
}

// allNames are the spellings of glibc's table, from its own output, and those
// of the prefix rule.
func allNames(t testing.TB) []string {
	t.Helper()
	known := map[string]bool{}
	var list []string
	add := func(name string) {
		if !known[name] {
			known[name] = true
			list = append(list, name)
		}
	}
	lines := strings.Split(strings.TrimSuffix(run(t, hostOwn, nil, "-a").stdout, "\n"), "\n")
	for _, line := range lines {
		add(strings.TrimSpace(line[:35]))
	}
	for _, name := range list {
		if short, ok := strings.CutPrefix(name, "_POSIX_"); ok {
			add(short)
		}
	}
	if len(list) != 320+94 {
		t.Fatalf("the host's getconf has %d names, want 320 and 94 by the prefix rule", len(list))
	}
	return list
}
