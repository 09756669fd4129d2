package chroot

import (
	"encoding/gob"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/creack/pty"
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// A hand is the process that becomes a confined command, as long as it waits for
// its order. It starts outside of the root, where it finds what it is linked with.
type hand struct {
	pid    int
	socket *os.File
}

// newHand starts this program in a user namespace of the identity.
func newHand(identity namespace.Identity, extra int) (*hand, error) {
	if err := namespace.MountProc(); err != nil { // by which the identity is written
		return nil, err
	}
	ours, theirs, err := namespace.SocketPair(unix.SOCK_STREAM, "order")
	if err != nil {
		return nil, err
	}
	defer theirs.Close()
	attr := identity.Attributes(0)
	attr.Setsid = true // no terminal of the caller's is the session's
	pid, err := syscall.ForkExec(fmt.Sprintf("/proc/self/fd/%d", programFD), []string{commandName}, &syscall.ProcAttr{
		// In /, for the change of root to take it along.
		Dir: "/", Env: []string{}, Files: appendExtra([]uintptr{0, 1, 2, selfFD, theirs.Fd()}, extra), Sys: attr,
	})
	if err != nil {
		ours.Close()
		return nil, fmt.Errorf("create a user namespace for the command: %w", err)
	}
	// Linked dynamically, as tests are, it is not ready at once.
	if n, _, err := namespace.Receive(int(ours.Fd()), make([]byte, 1)); err != nil || n == 0 {
		ours.Close()
		return nil, fmt.Errorf("the process for the command ended early: %w", err)
	}
	return &hand{pid, ours}, nil
}

// command makes the process the command that r asks for. It returns the watch of
// what that tries, or nil.
func (h *hand) command(r request, identity namespace.Identity) (*watch, error) {
	defer h.socket.Close()
	own, err := r.streams(identity)
	if err != nil {
		return nil, err
	}
	if err := namespace.Pass(int(h.socket.Fd()), []byte{'\n'}, int(own[0].Fd()), int(own[1].Fd()), int(own[2].Fd())); err != nil {
		return nil, err
	}
	if err := gob.NewEncoder(h.socket).Encode(order{r.Spec, r.Extra, r.Terminal != nil}); err != nil {
		return nil, err
	}
	listener, failure, err := h.answers()
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the command's answer: %w", err)
	case failure != nil:
		return nil, failure
	}
	return listenTo(listener), nil
}

// answers reads what the process says until it has become the command: a
// descriptor of its filter's listener, or -1, and why it failed, or nil.
func (h *hand) answers() (listener int, failure error, err error) {
	listener = -1
	var said strings.Builder
	for data := make([]byte, 4096); ; {
		n, fds, err := namespace.Receive(int(h.socket.Fd()), data)
		if err != nil {
			return listener, nil, err
		}
		if n == 0 {
			break
		}
		if len(fds) > 0 {
			listener = fds[0]
		}
		said.Write(data[:n])
	}
	return listener, parseFailed(strings.TrimSpace(said.String())), nil
}

// streams are the standard descriptors of the command: pipes of the caller's,
// the root's own /dev/null, or a terminal of the root's own, whose other end the
// caller gets.
func (r request) streams(identity namespace.Identity) (own [3]*os.File, err error) {
	own = [3]*os.File{os.Stdin, os.Stdout, os.Stderr}
	var terminal *os.File
	if r.Terminal != nil {
		if terminal, err = r.openTerminal(); err != nil {
			return own, err
		}
	}
	for i, stream := range r.Streams {
		switch stream {
		case ofNothing:
			if own[i], err = os.OpenFile(os.DevNull, os.O_RDWR, 0); err != nil {
				return own, err
			}
			continue
		case ofTerminal:
			own[i] = terminal
		}
		// A command opens its streams anew by /dev/stdout.
		if err := own[i].Chown(identity.Root(), identity.Root()); err != nil {
			return own, fmt.Errorf("give the command its streams: %w", err)
		}
	}
	return own, nil
}

// openTerminal opens a terminal in the root and gives the caller its other end.
func (r request) openTerminal() (*os.File, error) {
	master, terminal, err := pty.Open()
	if err != nil {
		return nil, fmt.Errorf("open a terminal: %w", err)
	}
	defer master.Close()
	if err := pty.Setsize(terminal, r.Terminal); err != nil {
		return nil, fmt.Errorf("set the size of the terminal: %w", err)
	}
	if err := namespace.Pass(terminalFD, []byte{'\n'}, int(master.Fd())); err != nil {
		return nil, fmt.Errorf("hand over the terminal: %w", err)
	}
	return terminal, nil
}
