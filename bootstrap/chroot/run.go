package chroot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"github.com/creack/pty"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// ExtraFD is the number of the first of Streams' Extra: above those that shell
// scripts use.
const ExtraFD = 98

// argument0 is the name under which this program starts as the first process of
// the namespaces.
const argument0 = "wildebeest-chroot-init"

// The first process inherits these descriptors beside the control pipe.
const (
	aliveFD    = namespace.FirstFile + iota // end of file: the caller is gone
	selfFD                                  // this program, for the process that becomes a confined command
	usersFD                                 // the user namespace of idmapped mounts
	terminalFD                              // a socket for the other end of the command's terminal
	extraFD                                 // the first of Streams' Extra
)

// request says what the first process is to run.
type request struct {
	Spec     Spec
	Extra    int       // how many descriptors there are from extraFD on
	Shifted  bool      // usersFD is there
	Streams  [3]stream // of a confined command
	Terminal *pty.Winsize
}

// outcome is what the first process reports: a Result, or why it could not.
type outcome struct {
	Result Result
	Failed *failed
}

// Run runs the spec's command and waits for it. The error says why the command
// could not be started, a *StartError where it is not in the root or no program; a
// command that fails is a Result. When ctx ends, every process of the namespaces is
// killed.
func Run(ctx context.Context, spec Spec, streams Streams) (Result, error) {
	pipe, err := namespace.NewControlPipe()
	if err != nil {
		return Result{}, err
	}
	defer pipe.Close()
	aliveRead, aliveWrite, err := os.Pipe()
	if err != nil {
		return Result{}, err
	}
	defer aliveWrite.Close()
	defer aliveRead.Close()

	told := request{Spec: spec, Extra: len(streams.Extra)}
	files := []*os.File{aliveRead, nil, nil, nil}
	command := exec.CommandContext(ctx, "/proc/self/exe")
	command.SysProcAttr = namespace.Attributes(namespaces(spec))
	var joined connection
	if spec.Confined {
		if joined, err = streams.connect(command, &told); err != nil {
			return Result{}, err
		}
		defer joined.close()
		if err := provide(files, &told); err != nil {
			return Result{}, err
		}
		files[terminalFD-aliveFD] = joined.remote()
	} else {
		command.Stdin, command.Stdout, command.Stderr = streams.In, streams.Out, streams.Err
	}
	pipe.Attach(command, argument0, append(files, streams.Extra...)...)

	// The process is killed when the thread that started it ends.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := command.Start(); err != nil {
		return Result{}, fmt.Errorf("create namespaces for %s: %w; the kernel must allow mount and pid namespaces, and user namespaces where this is not root", spec.Root, err)
	}
	aliveRead.Close()
	joined.begin()
	held := confine(&told.Spec, command.Process)
	defer held.release()
	if streams.Started != nil {
		streams.Started(command.Process.Pid)
	}
	if err := pipe.Send(told); err != nil {
		return Result{}, err
	}
	var got outcome
	failed := pipe.Receive(&got)
	waited := command.Wait()
	joined.finish()
	switch {
	case ctx.Err() != nil:
		return Result{}, ctx.Err()
	case failed != nil && held.killed():
		return Result{Status: 128 + int(unix.SIGKILL), Reached: limit.MemoryOption}, nil
	case failed != nil:
		return Result{}, fmt.Errorf("the namespaces of %s ended early: %w", spec.Root, errors.Join(waited, failed))
	case got.Failed != nil:
		return Result{}, fmt.Errorf("enter %s: %w", spec.Root, got.Failed.err())
	}
	return held.judge(got.Result), nil
}

// provide opens what the first process needs to confine a command: this program,
// and for root the user namespace of idmapped mounts, where it can be made.
func provide(files []*os.File, told *request) (err error) {
	if files[selfFD-aliveFD], err = namespace.Self(); err != nil || os.Geteuid() != 0 {
		return err
	}
	if users, err := namespace.ShiftedUsers(); err == nil {
		files[usersFD-aliveFD], told.Shifted = users, true
	}
	return nil
}

func namespaces(spec Spec) uintptr {
	const always = unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS
	if spec.Network {
		return always
	}
	return always | unix.CLONE_NEWNET
}
