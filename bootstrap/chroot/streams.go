package chroot

import (
	"io"
	"os"
	"os/exec"
)

// Streams are the command's standard input and outputs. A confined command gets
// none of them itself: it reads and writes pipes, from and to which they are
// copied, or where In is a terminal, a terminal of its own.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Extra    []*os.File // further descriptors of the command, from ExtraFD on
	// Started is called with the first process of the command's namespaces before the
	// command begins; nil is nobody.
	Started func(pid int)
}

// A stream says what a confined command has for a standard descriptor.
type stream int

const (
	ofPipe     stream = iota
	ofNothing         // /dev/null
	ofTerminal        // a terminal in the root
)

// A connection copies between the streams of the caller and those of the command.
type connection struct {
	in        io.Reader  // copied to the command's input, or nil
	input     *os.File   // the end of that pipe, to write
	inputEnd  *os.File   // and to read
	terminals *terminals // or nil
}

// connect gives the first process the ends of the command's streams, and tells it
// what they are.
func (s Streams) connect(command *exec.Cmd, told *request) (c connection, err error) {
	keyboard := terminalOf(s.In)
	switch {
	case s.In == nil:
		told.Streams[0] = ofNothing
	case keyboard != nil:
		told.Streams[0] = ofTerminal
		if c.terminals, told.Terminal, err = newTerminals(keyboard, s.screen()); err != nil {
			return c, err
		}
	default:
		if c.inputEnd, c.input, err = os.Pipe(); err != nil {
			return c, err
		}
		command.Stdin, c.in = c.inputEnd, s.In
	}
	command.Stdout = output(s.Out, &told.Streams[1], keyboard != nil)
	command.Stderr = output(s.Err, &told.Streams[2], keyboard != nil)
	return c, nil
}

// screen is the caller's terminal to write to.
func (s Streams) screen() io.Writer {
	for _, stream := range []any{s.Out, s.Err, s.In} {
		if terminal := terminalOf(stream); terminal != nil {
			return terminal
		}
	}
	return io.Discard
}

// output is what package exec gets for an output of the caller's. It makes a pipe
// for what does not seem to be a file.
func output(to io.Writer, is *stream, terminal bool) io.Writer {
	switch {
	case to == nil:
		*is = ofNothing
		return nil
	case terminal && terminalOf(to) != nil:
		*is = ofTerminal
		return nil
	}
	return struct{ io.Writer }{to}
}

// begin copies, once the first process runs.
func (c connection) begin() {
	if c.in != nil {
		c.inputEnd.Close()
		go func() {
			defer c.input.Close()
			io.Copy(c.input, c.in)
		}()
	}
	if c.terminals != nil {
		c.terminals.remote.Close()
		go c.terminals.copy()
	}
}

// finish waits until all that the command wrote on a terminal is copied. The
// command has ended.
func (c connection) finish() {
	if c.terminals != nil {
		<-c.terminals.done
	}
}

// remote is the first process's end of the socket for the terminal, if any.
func (c connection) remote() *os.File {
	if c.terminals == nil {
		return nil
	}
	return c.terminals.remote
}

// close closes what is open. What is still read of the caller's goes nowhere.
func (c connection) close() {
	if c.in != nil {
		c.input.Close()
		c.inputEnd.Close()
	}
	if c.terminals != nil {
		c.terminals.socket.Close()
		c.terminals.remote.Close()
	}
}
