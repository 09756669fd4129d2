package chroot

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// A shell's exit statuses for commands that it can't run (POSIX, 2.8.2).
const (
	NotRun   = 126 // it is there
	NotFound = 127
)

// A StartError is a command that is not in the root, or that can't be run there.
type StartError struct {
	Status int // NotRun or NotFound
	Text   string
}

func (e *StartError) Error() string { return e.Text }

// notRun makes the error of execve(2). A script whose interpreter is missing counts
// as missing itself, as for bash 5.2.
func notRun(path string, err error) error {
	status := NotRun
	if errors.Is(err, unix.ENOENT) {
		status = NotFound
	}
	return &StartError{status, fmt.Sprintf("run %s: %v", path, err)}
}

// failed is an error on its way from one process to another.
type failed struct {
	Text   string
	Status int // of a StartError, or 0
}

// whyNot is an error to pass on.
func whyNot(err error) *failed {
	var start *StartError
	if errors.As(err, &start) {
		return &failed{err.Error(), start.Status}
	}
	return &failed{err.Error(), 0}
}

// line is the failure as parseFailed reads it.
func (f *failed) line() string { return fmt.Sprintf("%d %s", f.Status, f.Text) }

// parseFailed reads the error of a line; of an empty one there is none.
func parseFailed(line string) error {
	if line == "" {
		return nil
	}
	status, text, _ := strings.Cut(line, " ")
	code, err := strconv.Atoi(status)
	if err != nil {
		return errors.New(line)
	}
	return (&failed{text, code}).err()
}

// err is the error that was passed on.
func (f *failed) err() error {
	if f.Status != 0 {
		return &StartError{f.Status, f.Text}
	}
	return errors.New(f.Text)
}
