package store

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/treehash"
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
	// Listing identifies the files by all but their contents; packages of earlier
	// versions of this program have none.
	Listing string `json:"listing"`
}

// dirOf is where the store keeps the step's package.
func (s *State) dirOf(step *plan.Step) string {
	return s.path("store", step.Recipe.ID()+"-"+step.Key[:shortKey])
}

func treeOf(dir string) string { return filepath.Join(dir, "tree") }

// Tree is the directory of what the step's package installs.
func (s *State) Tree(step *plan.Step) string { return treeOf(s.dirOf(step)) }

// Has tells whether the store has the step's package, whole.
func (s *State) Has(step *plan.Step) bool { return s.Lookup(step) != nil }

// Lookup returns the step's package, or nil where the store has none that is
// whole: the description is missing, or the files are not those it was made of.
func (s *State) Lookup(step *plan.Step) *Package {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, ok := s.whole[step.Key]; ok {
		return p
	}
	p := s.examine(step)
	if p != nil {
		s.whole[step.Key] = p
	}
	return p
}

func (s *State) examine(step *plan.Step) *Package {
	p := readPackage(filepath.Join(s.dirOf(step), packageFile))
	if p == nil || p.Key != step.Key {
		return nil
	}
	if listing, err := treehash.Listing(s.Tree(step)); err != nil || (listing != p.Listing && p.Listing != "") {
		return nil
	}
	return p
}

// readPackage returns a package's description, or nil where it can't be read.
func readPackage(path string) *Package {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	p := new(Package)
	if json.Unmarshal(text, p) != nil {
		return nil
	}
	return p
}

// Commit puts a finished package into the store. Its files are in installed,
// which is emptied by that. They get on the disk before the package gets its name.
func (s *State) Commit(step *plan.Step, installed string, p *Package) error {
	whole := installed + ".package"
	if err := os.Mkdir(whole, 0o755); err != nil {
		return err
	}
	if err := os.Rename(installed, treeOf(whole)); err != nil {
		return err
	}
	if err := describe(whole, p); err != nil {
		return err
	}
	if err := durable.SyncTree(whole); err != nil {
		return err
	}
	final := s.dirOf(step)
	if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
		return err
	}
	if err := os.RemoveAll(final); err != nil {
		return err
	}
	return durable.Rename(whole, final)
}

// describe writes a package's description beside its tree.
func describe(dir string, p *Package) error {
	var err error
	if p.Listing, err = treehash.Listing(treeOf(dir)); err != nil {
		return err
	}
	text, err := json.MarshalIndent(p, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, packageFile), append(text, '\n'), 0o644)
}

// LastBuild is the newest package of that name, or nil.
func (s *State) LastBuild(name string) *plan.Build {
	var last *Package
	files, _ := filepath.Glob(s.path("store", name+"-*", packageFile))
	for _, file := range files {
		p := readPackage(file)
		if p != nil && p.Name == name && (last == nil || p.Built.After(last.Built)) {
			last = p
		}
	}
	if last == nil {
		return nil
	}
	return &plan.Build{Inputs: last.Inputs, Seconds: last.Took}
}
