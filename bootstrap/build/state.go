// Package build turns recipes into packages and packages into a root. A package
// is built once for its key, the hash of everything that goes into it, and kept
// in a store; a root is assembled from the store.
package build

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"golang.org/x/sys/unix"
)

// State is the directory that the driver works in. Everything below it can be
// made again; only the ledger is history.
type State struct {
	dir  string // absolute
	lock *os.File

	mu    sync.Mutex
	whole map[string]*Package // packages of the store that were examined, by key
}

// OpenState names a state directory, which need not exist.
func OpenState(dir string) (*State, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	return &State{dir: absolute, whole: make(map[string]*Package)}, nil
}

func (s *State) path(parts ...string) string {
	return filepath.Join(append([]string{s.dir}, parts...)...)
}

// Sources is the directory of fetched source files.
func (s *State) Sources() string { return s.path("sources") }

// Apt is the directory of the private package lists.
func (s *State) Apt() string { return s.path("apt") }

// Stage2 is the directory of assembled stage2 trees.
func (s *State) Stage2() string { return s.path("stage2") }

// Root is the directory of the finished root.
func (s *State) Root() string { return s.path("root") }

// Ledger is the file of the packages' history.
func (s *State) Ledger() string { return s.path("ledger.jsonl") }

// Lock makes this process the only one that writes below the directory, and
// removes what an interrupted run left.
func (s *State) Lock() error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(s.path("lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		file.Close()
		if errors.Is(err, unix.EWOULDBLOCK) {
			return fmt.Errorf("%s is in use by another bootstrap; wait for it, or name another --state", s.dir)
		}
		return fmt.Errorf("lock %s: %w", s.dir, err)
	}
	s.lock = file
	for _, leftover := range []string{"work", "root.new"} {
		if err := os.RemoveAll(s.path(leftover)); err != nil {
			return err
		}
	}
	return nil
}

// Unlock ends Lock.
func (s *State) Unlock() {
	if s.lock != nil {
		s.lock.Close()
		s.lock = nil
	}
}
