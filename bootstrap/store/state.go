// Package store keeps what the driver has made: packages under their keys, the
// root that is assembled from them, logs, and the directory in which all of it
// lies. Whatever gets its name there is whole and on the disk.
package store

import (
	"path/filepath"
	"sync"

	"os"
)

// State is the directory that the driver works in. Everything below it can be
// made again; only the ledger is history.
type State struct {
	dir  string   // absolute
	lock *os.File // while this process has it

	mu    sync.Mutex
	whole map[string]*Package // packages of the store that were examined, by key
}

// Open names a state directory, which need not exist.
func Open(dir string) (*State, error) {
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

// Work is a directory for the build of one step. Lock removes what an
// interrupted build left there.
func (s *State) Work(id, key string) string { return s.path(workDir, id+"-"+key[:shortKey]) }

const workDir = "work"

// shortKey is how many digits of a key are in the names of files.
const shortKey = 12
