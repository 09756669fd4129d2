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

// EmptySystem makes /etc and /run empty and turns loopback on, in the namespaces.
func EmptySystem() error {
	return errors.Join(
		syscall.Mount("tmpfs", "/etc", "tmpfs", 0, "mode=755"),
		syscall.Mount("tmpfs", "/run", "tmpfs", 0, "mode=755"),
		exec.Command("ip", "link", "set", "lo", "up").Run(),
	)
}
