package store

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// Lock makes this process the only one that writes below the directory, and
// removes what an interrupted run left.
func (s *State) Lock() error {
	if err := s.Hold(); err != nil {
		return err
	}
	if err := s.removeLeftovers(); err != nil {
		s.Unlock()
		return err
	}
	return nil
}

// Hold is Lock that removes nothing.
func (s *State) Hold() error {
	file, err := s.flock("lock", unix.LOCK_EX)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return fmt.Errorf("%s is in use by another bootstrap; wait for it, or name another --state", s.dir)
	}
	if err == nil {
		s.lock = file
	}
	return err
}

// Unlock ends Lock or Hold.
func (s *State) Unlock() {
	if s.lock != nil {
		s.lock.Close()
		s.lock = nil
	}
}

// UseRoot keeps the root from being replaced until release is called.
func (s *State) UseRoot() (release func(), err error) { return s.lockRoot(unix.LOCK_SH) }

func (s *State) lockRoot(how int) (release func(), err error) {
	file, err := s.flock("root.lock", how)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return nil, fmt.Errorf("the root %s is in use by another bootstrap; leave its `bootstrap enter` or wait", s.Root())
	}
	if err != nil {
		return nil, err
	}
	return func() { file.Close() }, nil
}

// flock locks a file of the state without waiting. Closing it, or the end of the
// process, ends the lock.
func (s *State) flock(name string, how int) (*os.File, error) {
	if err := s.create(); err != nil {
		return nil, fmt.Errorf("state directory %s: %w", s.dir, err)
	}
	file, err := os.OpenFile(s.path(name), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(file.Fd()), how|unix.LOCK_NB); err != nil {
		file.Close()
		return nil, fmt.Errorf("lock %s: %w", file.Name(), err)
	}
	return file, nil
}
