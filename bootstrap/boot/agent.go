package boot

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// A call is a command that the agent runs. With it come its standard descriptors
// and a socket for the reply; its end before the reply ends the command.
type call struct{ Args, Env []string }

// A reply is how a command ended.
type reply struct {
	Status int
	Failed string // why it could not be run, or empty
}

// maxCall bounds a call, in bytes; the kernel does not send larger ones at once.
const maxCall = 128 << 10

// maxReply bounds a reply, in bytes: the machine's root can speak for the agent.
const maxReply = 64 << 10

// startAgent starts, as process 1, the process that runs commands in the machine.
func startAgent() error {
	_, err := syscall.ForkExec(ownProgram, []string{agentName}, &syscall.ProcAttr{
		Dir: "/", Env: []string{}, Files: []uintptr{0, 1, 2, programFD, orderFD, agentFD, commandsFD},
		Sys: &syscall.SysProcAttr{Setsid: true, UseCgroupFD: true, CgroupFD: commandsFD},
	})
	if err != nil {
		return fmt.Errorf("start the agent for commands: %w", err)
	}
	return nil
}

// serveCommands runs commands until the driver is gone.
func serveCommands() {
	unix.Close(orderFD)
	if namespace.HideDescriptors(programFD) != nil {
		return
	}
	for data := make([]byte, maxCall); ; {
		n, fds, err := namespace.Receive(agentFD, data)
		if err != nil || n == 0 || len(fds) != 4 {
			return
		}
		var told call
		if gob.NewDecoder(bytes.NewReader(data[:n])).Decode(&told) != nil {
			return
		}
		go told.serve(fds)
	}
}

// serve runs the command and replies.
func (c call) serve(fds []int) {
	var files [4]*os.File
	for i, fd := range fds {
		files[i] = os.NewFile(uintptr(fd), "stream")
		defer files[i].Close()
	}
	socket := files[3]
	status, err := c.run(files)
	answer := reply{Status: status}
	if err != nil {
		answer.Failed = err.Error()
	}
	json.NewEncoder(socket).Encode(answer)
}

func (c call) run(files [4]*os.File) (int, error) {
	// The thread keeps the namespaces of process 1, so it must not be used again:
	// locked and not unlocked, it ends with the goroutine.
	runtime.LockOSThread()
	if err := enterSystem(); err != nil {
		return -1, err
	}
	path, err := namespace.LookPath(c.Args[0], c.Env)
	if err != nil {
		return -1, err
	}
	command := exec.Command(path)
	command.Args, command.Env, command.Dir = c.Args, c.Env, "/"
	command.Stdin, command.Stdout, command.Stderr = files[0], files[1], files[2]
	command.SysProcAttr = &syscall.SysProcAttr{UseCgroupFD: true, CgroupFD: commandsFD, Setsid: true}
	if err := command.Start(); err != nil {
		return -1, err
	}
	go func() {
		io.Copy(io.Discard, files[3])
		command.Process.Kill()
	}()
	return namespace.Status(command.Wait())
}

// enterSystem moves the calling thread, and what it starts, to the mounts and
// cgroups of process 1. The other namespaces are the same.
func enterSystem() error {
	system, err := unix.PidfdOpen(1, 0)
	if err != nil {
		return err
	}
	defer unix.Close(system)
	// setns(2) takes a mount namespace only for a thread with a root of its own.
	if err := unix.Unshare(unix.CLONE_FS); err != nil {
		return err
	}
	if err := unix.Setns(system, unix.CLONE_NEWNS|unix.CLONE_NEWCGROUP); err != nil {
		return fmt.Errorf("enter the machine: %w", err)
	}
	return namespace.KeepOnly(ownSystem)
}
