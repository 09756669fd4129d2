// Package namespace has what every process in namespaces of its own needs: how
// it is started, the control pipe to its first process, the mounts of its root,
// and what it may keep of root's capabilities. Package chroot runs single
// commands with it, package boot whole systems, and tests commands that mount.
package namespace

import (
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// Attributes start a process in the namespaces of flags (CLONE_NEW… of
// namespaces(7)). It is killed when the thread that started it ends. A caller who
// is not root gets a user namespace too, in which it is root.
func Attributes(flags uintptr) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Cloneflags: flags}
	if os.Geteuid() != 0 {
		attr.Cloneflags |= unix.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Geteuid(), Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getegid(), Size: 1}}
	}
	return attr
}

// Private makes a command, which is not started yet, run as root in a mount
// namespace of its own, from which no mount propagates, and in the further
// namespaces of flags. The goroutine that starts the command has to be locked to
// its thread until the command has ended: runtime.LockOSThread.
func Private(command *exec.Cmd, flags uintptr) {
	command.SysProcAttr = Attributes(flags &^ unix.CLONE_NEWNS)
	// Package syscall makes the mounts private after this unshare(2), not after a
	// clone(2).
	command.SysProcAttr.Unshareflags = unix.CLONE_NEWNS
}
