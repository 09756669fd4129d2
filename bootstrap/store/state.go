// Package store keeps what the driver has made: packages under their keys, the
// root that is assembled from them, logs, and the directory in which all of it
// lies. Whatever gets its name there is whole and on the disk.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"golang.org/x/sys/unix"
)

// State is the directory that the driver works in. Everything below it can be
// made again; only the ledger is history. It is its owner's alone: what builds
// make lies there before anybody has looked at it.
type State struct {
	// Repair lets Publish replace a root that was changed by hand.
	Repair bool

	dir  string   // absolute
	lock *os.File // while this process has it

	mu    sync.Mutex
	whole map[string]*Package           // packages of the store that were examined, by key
	trees map[string]*manifest.Manifest // what they install, by directory
	notes []string
}

// Open names a state directory, which need not exist. One that does has to belong
// to the caller, and others must not have been able to write to it; from now on
// they can't read it either.
func Open(dir string) (*State, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := secure(absolute); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("state directory %s: %w", absolute, err)
	}
	return &State{dir: absolute, whole: make(map[string]*Package), trees: make(map[string]*manifest.Manifest)}, nil
}

// secure makes a directory its owner's alone.
func secure(dir string) error {
	fd, err := unix.Open(dir, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err == unix.EACCES { // perhaps it can be named, and that is enough to see whose it is
		fd, err = unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	}
	if err == unix.ENOTDIR || err == unix.ENOENT {
		return os.ErrNotExist // what makes it says more
	}
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		return err
	}
	if int(stat.Uid) != os.Geteuid() {
		return fmt.Errorf("belongs to user %d, and this is user %d; name another --state, or run as its owner", stat.Uid, os.Geteuid())
	}
	if mode := stat.Mode & 0o7777; mode&0o022 != 0 {
		return fmt.Errorf("has mode %04o: others may have written there; name another --state, or, if they have not, `chmod go-w` it", mode)
	}
	if stat.Mode&0o7777 == 0o700 {
		return nil
	}
	return unix.Fchmod(fd, 0o700)
}

// create makes the state directory.
func (s *State) create() error {
	if err := os.MkdirAll(filepath.Dir(s.dir), 0o755); err != nil {
		return err
	}
	if err := os.Mkdir(s.dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return secure(s.dir)
}

func (s *State) path(parts ...string) string {
	return filepath.Join(append([]string{s.dir}, parts...)...)
}

// note keeps a line that the user is to see.
func (s *State) note(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notes = append(s.notes, line)
}

// Notes returns the lines that the user is to see and that were not returned yet:
// what could not be removed.
func (s *State) Notes() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	notes := s.notes
	s.notes = nil
	return notes
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

// shortKey is how many digits of a key are in the names of files.
const shortKey = 12

// sysroots is the one directory of the state in which the caller may name roots, as
// the Makefile does for compilers.
const sysroots = "sysroot"
