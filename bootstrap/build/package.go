package build

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"golang.org/x/sys/unix"
)

// packageFile describes a package of the store. It is written before the
// package gets its name there, so a package without it is not whole.
const packageFile = "package.json"

// Package is a package of the store.
type Package struct {
	Name    string    `json:"name"`
	Version string    `json:"version"`
	Release int       `json:"release"`
	Key     string    `json:"key"`
	Built   time.Time `json:"built"`
	ledger.Cost
	Record ledger.Record `json:"record"` // what the ledger says of it
	// Inputs are what the key is the hash of, by name.
	Inputs map[string]string `json:"inputs"`
}

// dir is where the store keeps the step's package.
func (s *State) dirOf(step *Step) string {
	return s.path("store", step.Recipe.ID()+"-"+step.Key[:12])
}

func treeOf(dir string) string { return filepath.Join(dir, "tree") }

// Tree is the directory of what the step's package installs.
func (s *State) Tree(step *Step) string { return treeOf(s.dirOf(step)) }

// Lookup returns the step's package, or nil where the store has none that is whole.
func (s *State) Lookup(step *Step) *Package {
	text, err := os.ReadFile(filepath.Join(s.dirOf(step), packageFile))
	if err != nil {
		return nil
	}
	var p Package
	if json.Unmarshal(text, &p) != nil || p.Key != step.Key {
		return nil
	}
	return &p
}

// commit gives a finished package, whose tree is work/tree, its name in the
// store: contents first, then the name, each on the disk before the next.
func (s *State) commit(step *Step, work string, p *Package) error {
	text, err := json.MarshalIndent(p, "", "\t")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(work, packageFile), append(text, '\n'), 0o644); err != nil {
		return err
	}
	final := s.dirOf(step)
	if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
		return err
	}
	if err := os.RemoveAll(final); err != nil {
		return err
	}
	if err := syncTree(work); err != nil {
		return err
	}
	if err := os.Rename(work, final); err != nil {
		return err
	}
	return syncDir(filepath.Dir(final))
}

// syncTree puts everything of the tree's file system on the disk.
func syncTree(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := unix.Syncfs(int(file.Fd())); err != nil {
		return fmt.Errorf("sync %s: %w", dir, err)
	}
	return nil
}

func syncDir(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	return file.Sync()
}

// measure counts the files of a tree and their bytes, and gives each the same
// modification time, so that two builds of a package are the same.
func measure(dir string, when time.Time) (files int, size int64, err error) {
	err = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			files++
		}
		if info.Mode().IsRegular() {
			size += info.Size()
		}
		return setTime(name, when)
	})
	return files, size, err
}
