package chroot

import (
	"io"
	"os"
	"os/signal"

	"github.com/creack/pty"
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// terminalOf returns a stream that is a terminal, or nil.
func terminalOf(stream any) *os.File {
	if file, ok := stream.(*os.File); ok && file != nil && term.IsTerminal(int(file.Fd())) {
		return file
	}
	return nil
}

// A terminals copies between the caller's terminal and one of the command's own.
type terminals struct {
	keyboard *os.File  // the caller's
	screen   io.Writer // the caller's
	socket   *os.File  // by which the other end of the command's comes
	remote   *os.File  // the first process's end of the socket
	done     chan struct{}
}

// newTerminals prepares for the command's terminal and returns its size.
func newTerminals(keyboard *os.File, screen io.Writer) (*terminals, *pty.Winsize, error) {
	size, err := pty.GetsizeFull(keyboard)
	if err != nil {
		return nil, nil, err
	}
	t := &terminals{keyboard: keyboard, screen: screen, done: make(chan struct{})}
	t.socket, t.remote, err = namespace.SocketPair(unix.SOCK_STREAM, "terminal")
	return t, size, err
}

// copy copies until no process has the command's terminal open. Meanwhile the
// caller's is raw: the command's interprets the keys.
func (t *terminals) copy() {
	defer close(t.done)
	_, fds, err := namespace.Receive(int(t.socket.Fd()), make([]byte, 1))
	if err != nil || len(fds) == 0 {
		return // the first process failed, and says why
	}
	master := os.NewFile(uintptr(fds[0]), "terminal")
	defer master.Close()
	if before, err := term.MakeRaw(int(t.keyboard.Fd())); err == nil {
		defer term.Restore(int(t.keyboard.Fd()), before)
	}
	resized := make(chan os.Signal, 1)
	signal.Notify(resized, unix.SIGWINCH)
	defer close(resized)
	defer signal.Stop(resized)
	go func() {
		for range resized {
			pty.InheritSize(t.keyboard, master)
		}
	}()
	stop, ended, err := os.Pipe()
	if err != nil {
		return
	}
	typed := make(chan struct{})
	go func() {
		defer close(typed)
		copyKeys(master, t.keyboard, stop)
	}()
	io.Copy(t.screen, master) // ends with EIO
	ended.Close()
	<-typed
	stop.Close()
}

// copyKeys copies what is typed until stop is closed at its other end. What is
// typed later is left to others.
func copyKeys(to io.Writer, keyboard, stop *os.File) {
	keys := make([]byte, 4096)
	for {
		ready := []unix.PollFd{
			{Fd: int32(keyboard.Fd()), Events: unix.POLLIN}, {Fd: int32(stop.Fd()), Events: unix.POLLIN},
		}
		if _, err := unix.Poll(ready, -1); err == unix.EINTR {
			continue
		} else if err != nil || ready[1].Revents != 0 {
			return
		}
		n, err := keyboard.Read(keys)
		if err != nil {
			return
		}
		if _, err := to.Write(keys[:n]); err != nil {
			return
		}
	}
}
