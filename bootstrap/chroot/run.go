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

// Streams are the command's standard input and outputs.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Extra    []*os.File // further descriptors of the command, from ExtraFD on
}

// ExtraFD is the number of the first of Streams' Extra: above those that shell
// scripts use.
const ExtraFD = 98

// argument0 is how a process knows that it is the first of the namespaces.
const argument0 = "wildebeest-chroot-init"

// The first process inherits these descriptors.
const (
	specFD   = 3 // the Spec, as JSON
	resultFD = 4 // the outcome, as JSON
	aliveFD  = 5 // end of file: the caller is gone
	extraFD  = 6 // the first of Streams' Extra
)

// Run runs the spec's command and waits for it. The error says why the command
// could not be started; a command that fails is a Result. When ctx ends, every
// process of the namespaces is killed.
func Run(ctx context.Context, spec Spec, streams Streams) (Result, error) {
	talk, err := newTalk()
	if err != nil {
		return Result{}, err
	}
	defer talk.close()
	aliveRead, aliveWrite, err := os.Pipe()
	if err != nil {
		return Result{}, err
	}
	defer closeAll(aliveRead, aliveWrite)

	command := exec.CommandContext(ctx, "/proc/self/exe")
	command.Args = []string{argument0}
	command.Env = []string{}
	command.Stdin, command.Stdout, command.Stderr = streams.In, streams.Out, streams.Err
	command.ExtraFiles = append([]*os.File{talk.specEnd, talk.resultEnd, aliveRead}, streams.Extra...)
	command.SysProcAttr = attributes(spec)

	// Pdeathsig speaks of the thread that forks, so that thread has to stay.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := command.Start(); err != nil {
		return Result{}, fmt.Errorf("create namespaces for %s: %w; the kernel must allow mount and pid namespaces, and user namespaces where this is not root", spec.Root, err)
	}
	aliveRead.Close()
	if err := talk.tell(request{spec, len(streams.Extra)}); err != nil {
		return Result{}, err
	}
	got, failed := talk.hear()
	waited := command.Wait()
	switch {
	case ctx.Err() != nil:
		return Result{}, ctx.Err()
	case failed != nil:
		return Result{}, fmt.Errorf("the namespaces of %s ended early: %w", spec.Root, errors.Join(waited, failed))
	case got.Failed != "":
		return Result{}, fmt.Errorf("enter %s: %s", spec.Root, got.Failed)
	}
	return got.Result, nil
}

func attributes(spec Spec) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{
		Pdeathsig:  syscall.SIGKILL,
		Cloneflags: unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS,
	}
	if !spec.Network {
		attr.Cloneflags |= unix.CLONE_NEWNET
	}
	if os.Geteuid() != 0 {
		attr.Cloneflags |= unix.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Geteuid(), Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getegid(), Size: 1}}
	}
	return attr
}
