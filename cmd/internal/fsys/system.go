package fsys

import (
	"errors"
	"slices"
	"syscall"
)

// System is the system whose databases are read, and by which libc's rules.
type System struct {
	FS
	Glibc bool // as glibc reads them, else as musl does
	// Before124 is as musl before 1.2.4, which has no DNS over TCP.
	Before124 bool
	Warn      func(err error) // told what keeps a source from answering; may be nil

	givenUp []string // daemons that did not answer in time
}

// Error is a problem with one file.
type Error struct {
	Path string
	Err  error
}

func (e *Error) Error() string { return "read " + e.Path + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Problem warns of what keeps a file from being read, unless it is missing.
func (s *System) Problem(path string, err error) {
	if !errors.Is(err, syscall.ENOENT) {
		s.Report(&Error{path, err})
	}
}

// Report gives an error to Warn.
func (s *System) Report(err error) {
	if s.Warn != nil {
		s.Warn(err)
	}
}

// GiveUp notes that a daemon didn't answer in time: it isn't asked again.
func (s *System) GiveUp(daemon string) { s.givenUp = append(s.givenUp, daemon) }

// GivenUp tells whether a daemon didn't answer in time before.
func (s *System) GivenUp(daemon string) bool { return slices.Contains(s.givenUp, daemon) }
