package fsys

import (
	"errors"
	"syscall"
)

// System is the system whose databases are read, and by which libc's rules.
type System struct {
	FS
	Daemons
	Glibc bool // as glibc reads them, else as musl does
	// Before124 is as musl before 1.2.4, which has no DNS over TCP.
	Before124 bool
	Warn      func(err error) // told what keeps a source from answering; may be nil
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
