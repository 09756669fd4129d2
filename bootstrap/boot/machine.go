package boot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"

	"github.com/serpent-os/wildebeest/internal/cgroup"
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// A machine is a root whose own init system runs as process 1 of the
// namespaces, with a cgroup2 subtree to itself. What it writes to its root is
// kept in memory and lost at its end.
//
// Three processes are this program started anew: the first one, the host's root,
// sets up the mounts; below it, in a user namespace in which the host's users are
// nobody, process 1 becomes the init system; and its child, the agent, runs the
// commands of machine.run.
type machine struct {
	command *exec.Cmd
	agent   *os.File // a socket
	cgroup  *cgroup.Group
	ended   chan struct{} // closed when process 1 has ended, and with it every other
	waited  error
}

// The names under which this program starts as the processes of a machine.
const (
	argument0  = "wildebeest-boot-init"
	systemName = "wildebeest-boot-system"
	agentName  = "wildebeest-boot-agent"
)

// The first process inherits these descriptors beside the control pipe.
const (
	agentFD    = namespace.FirstFile + iota // by which the agent gets its calls
	commandsFD                              // the cgroup of the agent and its commands
	groupFD                                 // the machine's cgroup
	selfFD                                  // this program
	usersFD                                 // the user namespace of idmapped mounts
)

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
	if err := cgroup.Sweep(); err != nil {
		return nil, err
	}
	group, err := cgroup.NewSubtree()
	if err != nil {
		return nil, err
	}
	m := &machine{cgroup: group, ended: make(chan struct{})}
	told.Console = console.Name()
	if err := m.start(ctx, told, console); err != nil {
		return nil, fmt.Errorf("boot %s: %w", told.Root, errors.Join(err, group.Remove()))
	}
	return m, nil
}

// start creates the namespaces, sends the request, and waits until process 1
// has become the init system or failed to.
func (m *machine) start(ctx context.Context, told request, console *os.File) error {
	files, closeAll, err := m.files()
	if err != nil {
		return err
	}
	defer closeAll()
	// The init system opens /dev/console.
	if err := console.Chown(namespace.Shifted().Root(), namespace.Shifted().Root()); err != nil {
		return err
	}
	pipe, err := namespace.NewControlPipe()
	if err != nil {
		return err
	}
	defer pipe.Close()
	m.command = exec.CommandContext(ctx, "/proc/self/exe")
	pipe.Attach(m.command, argument0, files...)
	m.command.Stdin, m.command.Stdout, m.command.Stderr = console, console, console
	m.command.SysProcAttr = namespace.Attributes(unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS | unix.CLONE_NEWNET)
	m.command.SysProcAttr.Setsid = true
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

// files opens the first process's further files, to be closed when it has started.
func (m *machine) files() (files []*os.File, closeAll func(), err error) {
	closeAll = func() {
		for _, file := range files[:min(3, len(files))] { // the others are kept
			file.Close()
		}
	}
	defer func() {
		if err != nil {
			closeAll()
		}
	}()
	var agent *os.File
	if m.agent, agent, err = namespace.SocketPair(unix.SOCK_SEQPACKET, "agent"); err != nil {
		return nil, closeAll, err
	}
	files = append(files, agent)
	commands, err := m.cgroup.Child("commands")
	if err != nil {
		return nil, closeAll, err
	}
	files = append(files, commands)
	group, err := os.Open(m.cgroup.Dir())
	if err != nil {
		return nil, closeAll, err
	}
	files = append(files, group)
	for _, dir := range []*os.File{group, commands} {
		if err := delegate(dir.Name()); err != nil {
			return nil, closeAll, err
		}
	}
	self, err := namespace.Self()
	if err != nil {
		return nil, closeAll, err
	}
	users, err := namespace.ShiftedUsers()
	if err != nil {
		return nil, closeAll, fmt.Errorf("%w; a machine's users are of a user namespace", err)
	}
	return append(files, self, users), closeAll, nil
}

// attend starts the first process and waits for it on one thread, as the process is
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
	m.agent.Close()
	status, err := namespace.Status(m.waited)
	return status, errors.Join(err, m.cgroup.Remove())
}
