package boot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// A machine is a root whose own init system runs as process 1 of the
// namespaces, with a cgroup2 subtree to itself. What it writes to its root is
// kept in memory and lost at its end.
type machine struct {
	command *exec.Cmd
	cgroup  *cgroup
	ended   chan struct{} // closed when process 1 has ended, and with it every other
	waited  error
}

// argument0 is the name under which this program starts as process 1 of a machine.
const argument0 = "wildebeest-boot-init"

// A request says what the first process is to become.
type request struct {
	Root      string
	Hostname  string
	Console   string   // the terminal that becomes /dev/console
	Args, Env []string // of the init system
}

// An outcome is why the first process could not become the init system.
type outcome struct{ Failed string }

// start starts told.Args as process 1 on the terminal console. Only root can:
// another user may not make cgroups. When ctx ends, every process of the machine
// is killed.
func start(ctx context.Context, told request, console *os.File) (*machine, error) {
	if os.Geteuid() != 0 {
		return nil, errors.New("booting needs root: an init system manages cgroups and devices")
	}
	group, err := newCgroup()
	if err != nil {
		return nil, err
	}
	m := &machine{cgroup: group, ended: make(chan struct{})}
	told.Console = console.Name()
	if err := m.start(ctx, told, console); err != nil {
		return nil, fmt.Errorf("boot %s: %w", told.Root, errors.Join(err, group.remove()))
	}
	return m, nil
}

// start creates the namespaces, sends the request, and waits until process 1
// has become the init system or failed to.
func (m *machine) start(ctx context.Context, told request, console *os.File) error {
	dir, err := os.Open(m.cgroup.dir)
	if err != nil {
		return err
	}
	defer dir.Close()
	pipe, err := namespace.NewControlPipe()
	if err != nil {
		return err
	}
	defer pipe.Close()
	m.command = exec.CommandContext(ctx, "/proc/self/exe")
	pipe.Attach(m.command, argument0)
	m.command.Stdin, m.command.Stdout, m.command.Stderr = console, console, console
	m.command.SysProcAttr = namespace.Attributes(unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS | unix.CLONE_NEWNET)
	m.command.SysProcAttr.Setsid = true
	m.command.SysProcAttr.UseCgroupFD, m.command.SysProcAttr.CgroupFD = true, int(dir.Fd())
	started := make(chan error, 1)
	go m.attend(started)
	if err := <-started; err != nil {
		return err
	}
	if err := pipe.Send(told); err != nil {
		return err
	}
	var got outcome
	err = pipe.Receive(&got)
	switch {
	case errors.Is(err, io.EOF):
		return nil // closed by exec: the init system runs
	case err != nil:
		return err
	}
	<-m.ended
	return errors.New(got.Failed)
}

// attend starts process 1 and waits for it on one thread, as the process is
// killed when the thread that started it ends.
func (m *machine) attend(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(m.ended)
	err := m.command.Start()
	started <- err
	if err == nil {
		m.waited = m.command.Wait()
	}
}

// close waits for the machine's end, killing it if it has not come, and removes
// its cgroups. It returns process 1's exit status, 128+N after signal N.
func (m *machine) close() (int, error) {
	select {
	case <-m.ended:
	default:
		m.command.Process.Kill()
		<-m.ended
	}
	status, err := namespace.Status(m.waited)
	return status, errors.Join(err, m.cgroup.remove())
}
