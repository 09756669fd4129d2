package namespace

import (
	"encoding/gob"
	"os"
	"os/exec"

	"golang.org/x/sys/unix"
)

// The first process of the namespaces inherits the ends of the control pipe as
// these descriptors, and the caller's further files from FirstFile on.
const (
	requestFD = 3
	outcomeFD = 4
	FirstFile = 5
)

// A ControlPipe connects the caller and the first process, which is this program
// started anew: a request there, and an outcome back, both in the encoding of
// package gob, which leaves bytes that are no UTF-8 as they are.
type ControlPipe struct {
	request, outcome       *os.File // the caller's ends
	requestEnd, outcomeEnd *os.File // the first process's
}

// NewControlPipe makes a pipe, to be closed by Close.
func NewControlPipe() (*ControlPipe, error) {
	requestEnd, request, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	outcome, outcomeEnd, err := os.Pipe()
	if err != nil {
		closeAll(request, requestEnd)
		return nil, err
	}
	return &ControlPipe{request, outcome, requestEnd, outcomeEnd}, nil
}

// Attach makes a command this program, called name, with the other end of the
// pipe and further files.
func (p *ControlPipe) Attach(command *exec.Cmd, name string, files ...*os.File) {
	command.Path = "/proc/self/exe"
	command.Args, command.Env = []string{name}, []string{}
	command.ExtraFiles = append([]*os.File{p.requestEnd, p.outcomeEnd}, files...)
}

// Send sends the request to the first process, which has been started.
func (p *ControlPipe) Send(request any) error {
	closeAll(p.requestEnd, p.outcomeEnd)
	if err := gob.NewEncoder(p.request).Encode(request); err != nil {
		return err
	}
	return p.request.Close()
}

// Receive waits for the outcome. io.EOF tells that the first process closed the
// pipe without one, as when it has become another program.
func (p *ControlPipe) Receive(outcome any) error { return gob.NewDecoder(p.outcome).Decode(outcome) }

// Close closes the caller's ends.
func (p *ControlPipe) Close() { closeAll(p.request, p.outcome, p.requestEnd, p.outcomeEnd) }

func closeAll(files ...*os.File) {
	for _, file := range files {
		file.Close()
	}
}

// IsFirst tells whether this process is the first of namespaces, started under
// name by Attach.
func IsFirst(name string) bool {
	return len(os.Args) > 0 && os.Args[0] == name && os.Getpid() == 1
}

// ReadRequest reads the request in the first process. Of what that inherited
// nothing beyond its standard descriptors is left to programs that it starts.
func ReadRequest(request any) error {
	if err := HideDescriptors(requestFD); err != nil {
		return err
	}
	input := os.NewFile(requestFD, "request")
	defer input.Close()
	return gob.NewDecoder(input).Decode(request)
}

// WriteOutcome sends the outcome from the first process.
func WriteOutcome(outcome any) error {
	return gob.NewEncoder(os.NewFile(outcomeFD, "outcome")).Encode(outcome)
}

// NoOutcome closes the first process's end of the pipe without an outcome.
func NoOutcome() { unix.Close(outcomeFD) }
