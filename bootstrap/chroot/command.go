package chroot

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// commandName is the name under which this program starts as the process that
// becomes a confined command, in a user namespace below that of the first process.
const commandName = "wildebeest-chroot-command"

// That process inherits these descriptors: the program, and a socket by which it
// gets an order and answers.
const (
	programFD = 3
	answerFD  = 4
)

// An order says what the process is to become.
type order struct {
	Spec     Spec
	Extra    int
	Terminal bool // standard input is one, for the session
}

// becomeCommand gives this process the walls of a confined command and becomes it.
// It returns only in failure, of which it has told the first process.
func becomeCommand() {
	// What a thread gives up, it gives up for itself and what it starts.
	runtime.LockOSThread()
	socket := os.NewFile(answerFD, "order")
	err := namespace.HideDescriptors(programFD)
	if err == nil {
		err = takeStreams()
	}
	var told order
	if err == nil {
		err = gob.NewDecoder(socket).Decode(&told)
	}
	if err == nil {
		err = told.run()
	}
	io.WriteString(socket, whyNot(err).line())
}

// takeStreams says that this process is ready and waits for the standard descriptors
// of the command.
func takeStreams() error {
	if _, err := unix.Write(answerFD, []byte{'\n'}); err != nil {
		return err
	}
	_, fds, err := namespace.Receive(answerFD, make([]byte, 1))
	if err != nil || len(fds) != 3 {
		return fmt.Errorf("receive the streams: %w", errors.Join(err, io.ErrUnexpectedEOF))
	}
	for i, fd := range fds {
		if err := unix.Dup3(fd, i, 0); err != nil {
			return fmt.Errorf("take the streams: %w", err)
		}
	}
	return nil
}

func (o order) run() error {
	give := newGiver()
	// The mounts of a namespace whose user namespace is above are locked: none of
	// them can be unmounted, or be made writable (mount_namespaces(7)).
	if err := unix.Unshare(unix.CLONE_NEWNS | unix.CLONE_NEWCGROUP); err != nil {
		return fmt.Errorf("create a mount namespace for the command: %w", err)
	}
	if o.Terminal {
		if err := unix.IoctlSetInt(0, unix.TIOCSCTTY, 0); err != nil {
			return fmt.Errorf("take the terminal: %w", err)
		}
	}
	if err := namespace.ShedCaller(); err != nil {
		return err
	}
	if err := os.Chdir(o.Spec.Dir); err != nil {
		return err
	}
	path, err := namespace.LookPath(o.Spec.Args[0], o.Spec.Env)
	if err != nil {
		return &StartError{NotFound, err.Error()}
	}
	for i := range o.Extra {
		if _, err := unix.FcntlInt(uintptr(ExtraFD+i), unix.F_SETFD, 0); err != nil {
			return err
		}
	}
	if err := namespace.KeepOnly(ownFiles); err != nil {
		return err
	}
	if err := landlocked(o.Spec); err != nil {
		return err
	}
	if err := applyLimits(o.Spec); err != nil {
		return err
	}
	listener, err := installFilter(!o.Spec.Network)
	if err != nil {
		return err
	}
	if listener >= 0 {
		if err := give(listener); err != nil {
			return fmt.Errorf("hand over the listener of the filter: %w", err)
		}
	}
	// Last, as Go's runtime and Landlock's module use signals themselves.
	if err := namespace.DefaultSignals(); err != nil {
		return err
	}
	return notRun(path, unix.Exec(path, o.Spec.Args, o.Spec.Env))
}

// newGiver returns a function that gives the first process a descriptor. It does so
// from a thread of its own that has no filter: with one, the kernel would ask the
// listener before sendmsg(2), to which nobody listens yet.
func newGiver() func(fd int) error {
	fds, errs := make(chan int), make(chan error)
	go func() {
		runtime.LockOSThread()
		errs <- namespace.Pass(answerFD, []byte{'\n'}, <-fds)
	}()
	return func(fd int) error {
		fds <- fd
		return <-errs
	}
}
