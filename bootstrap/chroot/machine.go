package chroot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// A Machine is a root whose own init system runs as process 1 of the
// namespaces, with a cgroup2 subtree to itself. What it writes to its root is
// kept in memory and lost at its end.
type Machine struct {
	command *exec.Cmd
	cgroup  *cgroup
	ended   chan struct{}
	waited  error
}

// Boot starts spec.Args as process 1 on the terminal console, which is the
// machine's /dev/console. Only root can: cgroups are not a user's to give.
// When ctx ends, every process of the machine is killed.
func Boot(ctx context.Context, spec Spec, console *os.File) (*Machine, error) {
	if os.Geteuid() != 0 {
		return nil, errors.New("booting needs root: an init system manages cgroups and devices")
	}
	group, err := newCgroup()
	if err != nil {
		return nil, err
	}
	m := &Machine{cgroup: group, ended: make(chan struct{})}
	spec.Console = console.Name()
	if err := m.start(ctx, spec, console); err != nil {
		group.remove()
		return nil, fmt.Errorf("boot %s: %w", spec.Root, err)
	}
	return m, nil
}

// start creates the namespaces, hands the spec over, and waits until process 1
// has become the init system or failed to.
func (m *Machine) start(ctx context.Context, spec Spec, console *os.File) error {
	dir, err := os.Open(m.cgroup.dir)
	if err != nil {
		return err
	}
	defer dir.Close()
	talk, err := newTalk()
	if err != nil {
		return err
	}
	defer talk.close()
	m.command = exec.CommandContext(ctx, "/proc/self/exe")
	m.command.Args, m.command.Env = []string{argument0}, []string{}
	m.command.Stdin, m.command.Stdout, m.command.Stderr = console, console, console
	// Descriptor 5 stays closed: the machine ends by Pdeathsig or on request.
	m.command.ExtraFiles = []*os.File{talk.specEnd, talk.resultEnd}
	m.command.SysProcAttr = attributes(spec)
	m.command.SysProcAttr.Setsid = true
	m.command.SysProcAttr.UseCgroupFD, m.command.SysProcAttr.CgroupFD = true, int(dir.Fd())
	started := make(chan error, 1)
	go m.attend(started)
	if err := <-started; err != nil {
		return err
	}
	if err := talk.tell(request{Spec: spec}); err != nil {
		return err
	}
	got, err := talk.hear()
	switch {
	case errors.Is(err, io.EOF):
		return nil // closed by exec: the init system runs
	case err != nil:
		return err
	}
	<-m.ended
	return errors.New(got.Failed)
}

// attend starts process 1 and waits for it, on one thread: Pdeathsig speaks of
// the thread that forks.
func (m *Machine) attend(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(m.ended)
	err := m.command.Start()
	started <- err
	if err == nil {
		m.waited = m.command.Wait()
	}
}

// Ended is closed when process 1 has ended, and with it every other.
func (m *Machine) Ended() <-chan struct{} { return m.ended }

// Close waits for the machine's end, killing it if it has not come, and removes
// its cgroups. It returns process 1's exit status, 128+N after signal N.
func (m *Machine) Close() (int, error) {
	select {
	case <-m.ended:
	default:
		m.command.Process.Kill()
		<-m.ended
	}
	status, err := waited(m.waited)
	return status, errors.Join(err, m.cgroup.remove())
}

// machineNamespaces are those that Run enters.
const machineNamespaces = unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS |
	unix.CLONE_NEWNET | unix.CLONE_NEWCGROUP

// Run runs a command inside the running machine and returns its exit status,
// 128+N after signal N. It is not a part of any unit.
func (m *Machine) Run(ctx context.Context, args, env []string, streams Streams) (int, error) {
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
			path, err := lookPath(args[0], env)
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
	status, err := waited(<-done)
	if err != nil {
		return -1, fmt.Errorf("run %s in the machine: %w", args[0], err)
	}
	return status, nil
}

// enter moves the calling thread, and what it starts, into the machine.
func (m *Machine) enter() error {
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
	return keepOnly(ownSystem)
}
