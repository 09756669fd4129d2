package boot

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
	"syscall"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// machineNamespaces are those that run enters.
const machineNamespaces = unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS |
	unix.CLONE_NEWNET | unix.CLONE_NEWCGROUP

// run runs a command inside the running machine and returns its exit status,
// 128+N after signal N. It is not a part of any unit.
func (m *machine) run(ctx context.Context, args, env []string, streams Streams) (int, error) {
	done := make(chan error, 1)
	go func() {
		// The thread keeps the machine's namespaces, so it must not be used again:
		// locked and not unlocked, it ends with the goroutine.
		runtime.LockOSThread()
		done <- func() error {
			group, err := m.cgroup.forCommands()
			if err != nil {
				return err
			}
			defer group.Close()
			if err := m.enter(); err != nil {
				return err
			}
			path, err := namespace.LookPath(args[0], env)
			if err != nil {
				return err
			}
			command := exec.CommandContext(ctx, path)
			command.Args, command.Env, command.Dir = args, env, "/"
			command.Stdin, command.Stdout, command.Stderr = streams.In, streams.Out, streams.Err
			command.SysProcAttr = &syscall.SysProcAttr{UseCgroupFD: true, CgroupFD: int(group.Fd())}
			return command.Run()
		}()
	}()
	status, err := namespace.Status(<-done)
	if err != nil {
		return -1, fmt.Errorf("run %s in the machine: %w", args[0], err)
	}
	return status, nil
}

// enter moves the calling thread, and what it starts, into the machine.
func (m *machine) enter() error {
	pidfd, err := unix.PidfdOpen(m.command.Process.Pid, 0)
	if err != nil {
		return err
	}
	defer unix.Close(pidfd)
	// setns(2) takes a mount namespace only for a thread with a root of its own.
	if err := unix.Unshare(unix.CLONE_FS); err != nil {
		return err
	}
	if err := unix.Setns(pidfd, machineNamespaces); err != nil {
		return err
	}
	return namespace.KeepOnly(ownSystem)
}
