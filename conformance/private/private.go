// Package private runs the tests of a package in a mount and a network namespace of
// their own, where they may replace /etc and answer at any port.
package private

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/internal/namespace"
)

// Run runs this test program again in the namespaces, with the variables in its
// environment, and returns its exit code. Where the kernel refuses namespaces no test
// runs, which is a failure in CI, where nothing may be missing.
func Run(variables ...string) int {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	command := exec.Command(self, os.Args[1:]...)
	command.Env = append(os.Environ(), variables...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	namespace.Private(command, unix.CLONE_NEWNET)
	err = command.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return 1
	}
	fmt.Fprintln(os.Stderr, "no test has run: the kernel refuses namespaces:", err)
	if os.Getenv("CI") != "" {
		return 1
	}
	return 0
}

// Programs makes programs in a directory that every user may enter, and runs this
// test program again in the namespaces, with the directory's path in the variable.
// It returns the exit code.
func Programs(variable string, commands func(dir string) [][]string) int {
	code, err := programs(variable, commands)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

func programs(variable string, commands func(dir string) [][]string) (int, error) {
	dir, err := os.MkdirTemp("", "conformance-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil {
		return 0, err
	}
	for _, args := range commands(dir) {
		command := exec.Command(args[0], args[1:]...)
		command.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := command.CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%v: %w\n%s", args, err, out)
		}
	}
	return Run(variable + "=" + dir), nil
}

// EmptySystem makes /etc and /run empty and turns loopback on, in the namespaces.
func EmptySystem() error {
	return errors.Join(
		syscall.Mount("tmpfs", "/etc", "tmpfs", 0, "mode=755"),
		syscall.Mount("tmpfs", "/run", "tmpfs", 0, "mode=755"),
		exec.Command("ip", "link", "set", "lo", "up").Run(),
	)
}
