package boot

import (
	"encoding/gob"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// Main returns at once in an ordinary process. In the processes that a machine is
// made of (see machine) it does not return.
func Main() {
	switch {
	case isNamed(agentName):
		serveCommands()
	case isNamed(systemName):
		becomeInit()
	case namespace.IsFirst(argument0):
		os.Exit(firstProcess())
	default:
		return
	}
	os.Exit(1)
}

func isNamed(name string) bool { return len(os.Args) > 0 && os.Args[0] == name }

// firstProcess sets up a machine's mounts as the host's root, starts process 1 of
// the machine, and returns that one's exit status.
func firstProcess() int {
	// Process 1 is killed when the thread that started it ends.
	runtime.LockOSThread()
	pid, err := startSystem()
	if err != nil {
		namespace.WriteOutcome(outcome{err.Error()})
		return 1
	}
	namespace.NoOutcome()
	for {
		var status syscall.WaitStatus
		got, err := syscall.Wait4(-1, &status, 0, nil)
		if err != nil && err != unix.EINTR {
			return 1
		}
		if got == pid && (status.Exited() || status.Signaled()) {
			return namespace.ExitStatus(status)
		}
	}
}

// startSystem starts process 1 of the machine, in a user namespace of its own, and
// returns when it has become the init system.
func startSystem() (pid int, err error) {
	var told request
	if err := namespace.ReadRequest(&told); err != nil {
		return 0, fmt.Errorf("read the request: %w", err)
	}
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return 0, fmt.Errorf("make mounts private: %w", err)
	}
	if err := namespace.MountProc(); err != nil {
		return 0, err
	}
	ours, theirs, err := namespace.SocketPair(unix.SOCK_STREAM, "order")
	if err != nil {
		return 0, err
	}
	defer ours.Close()
	// It starts outside of the root, as does a confined command of package chroot.
	attr := namespace.Shifted().Attributes(unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS | unix.CLONE_NEWNET)
	attr.Setsid, attr.UseCgroupFD, attr.CgroupFD = true, true, groupFD
	files := []uintptr{0, 1, 2, selfFD, theirs.Fd(), agentFD, commandsFD}
	pid, err = syscall.ForkExec(ownProgram, []string{systemName}, &syscall.ProcAttr{Dir: "/", Env: []string{}, Files: files, Sys: attr})
	theirs.Close()
	if err != nil {
		return 0, fmt.Errorf("create a user namespace: %w", err)
	}
	socket := int(ours.Fd())
	if n, _, err := namespace.Receive(socket, make([]byte, 1)); err != nil || n == 0 {
		return 0, fmt.Errorf("process 1 ended early: %w", err)
	}
	if err := told.enter(); err != nil {
		return 0, err
	}
	if err := gob.NewEncoder(ours).Encode(told); err != nil {
		return 0, err
	}
	return pid, failureOf(socket)
}

// failureOf reads why process 1 could not become the init system, or nothing.
func failureOf(socket int) error {
	var said strings.Builder
	for data := make([]byte, 4096); ; {
		n, _, err := namespace.Receive(socket, data)
		switch {
		case err != nil:
			return err
		case n == 0 && said.Len() > 0:
			return errors.New(said.String())
		case n == 0:
			return nil
		}
		said.Write(data[:n])
	}
}

// Descriptors of process 1 at its beginning, and its program.
const (
	programFD = 3
	orderFD   = 4
	// agentFD and commandsFD are what they are in the first process.

	ownProgram = "/proc/self/fd/3"
)

// becomeInit sets up what belongs to process 1's own namespaces and becomes the
// root's init system. It returns only in failure, of which it has told the first
// process.
func becomeInit() {
	// The thread that leaves the namespaces is the one that execs.
	runtime.LockOSThread()
	socket := os.NewFile(orderFD, "order")
	err := namespace.HideDescriptors(programFD)
	if err == nil {
		err = startAgent()
	}
	if err == nil {
		_, err = unix.Write(orderFD, []byte{'\n'})
	}
	var told request
	if err == nil {
		err = gob.NewDecoder(socket).Decode(&told)
	}
	if err == nil {
		err = told.become()
	}
	socket.WriteString(err.Error())
}

func (r request) become() error {
	if err := unix.Unshare(unix.CLONE_NEWNS | unix.CLONE_NEWCGROUP); err != nil {
		return fmt.Errorf("make a mount and a cgroup namespace: %w", err)
	}
	if err := namespace.ShedCaller(); err != nil {
		return err
	}
	if err := unix.Sethostname([]byte(r.Hostname)); err != nil {
		return fmt.Errorf("set the host name: %w", err)
	}
	if err := mountSystem(); err != nil {
		return err
	}
	if err := os.Chdir("/"); err != nil {
		return err
	}
	path, err := namespace.LookPath(r.Args[0], r.Env)
	if err != nil {
		return err
	}
	if err := namespace.KeepOnly(ownSystem); err != nil {
		return err
	}
	if err := namespace.DefaultSignals(); err != nil {
		return err
	}
	return fmt.Errorf("exec %s: %w", path, unix.Exec(path, r.Args, r.Env))
}
