package chroot

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

// Streams are the command's standard input and outputs.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Extra    []*os.File // further descriptors of the command, from ExtraFD on
}

// ExtraFD is the number of the first of Streams' Extra: above those that shell
// scripts use.
const ExtraFD = 98

// argument0 is the name under which this program starts as the first process of
// the namespaces.
const argument0 = "wildebeest-chroot-init"

// The first process inherits these descriptors beside the control pipe.
const (
	aliveFD = namespace.FirstFile     // end of file: the caller is gone
	extraFD = namespace.FirstFile + 1 // the first of Streams' Extra
)

// request says what the first process is to run.
type request struct {
	Spec  Spec
	Extra int // how many descriptors there are from extraFD on
}

// outcome is what the first process reports: a Result, or why it could not.
type outcome struct {
	Result Result
	Failed string
}

// Run runs the spec's command and waits for it. The error says why the command
// could not be started; a command that fails is a Result. When ctx ends, every
// process of the namespaces is killed.
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

	command := exec.CommandContext(ctx, "/proc/self/exe")
	pipe.Attach(command, argument0, append([]*os.File{aliveRead}, streams.Extra...)...)
	command.Stdin, command.Stdout, command.Stderr = streams.In, streams.Out, streams.Err
	command.SysProcAttr = namespace.Attributes(namespaces(spec))

	// The process is killed when the thread that started it ends.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := command.Start(); err != nil {
		return Result{}, fmt.Errorf("create namespaces for %s: %w; the kernel must allow mount and pid namespaces, and user namespaces where this is not root", spec.Root, err)
	}
	aliveRead.Close()
	if err := pipe.Send(request{spec, len(streams.Extra)}); err != nil {
		return Result{}, err
	}
	var got outcome
	failed := pipe.Receive(&got)
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

func namespaces(spec Spec) uintptr {
	const always = unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS
	if spec.Network {
		return always
	}
	return always | unix.CLONE_NEWNET
}
