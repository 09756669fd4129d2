package store

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/treehash"
)

// Files of a package of the store, beside its tree. packageFile is written before
// the package gets its name there, so a package without it is not whole.
const (
	packageFile  = "package.json"
	manifestFile = "files.json"
)

// format is that of the packages which this version makes: their trees have no
// set-ID bits, and a manifest has what a root gets. Format 0 are trees as they
// were installed.
const format = 2

// Package is a package of the store.
type Package struct {
	Format  int       `json:"format"`
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
	// Manifest is the sha256 of the manifest's file.
	Manifest string `json:"manifest"`

	// Installed is what the package installs, of one that is not in the store yet.
	Installed *manifest.Manifest `json:"-"`
}

// dirOf is where the store keeps the step's package.
func (s *State) dirOf(step *plan.Step) string {
	return s.path("store", step.Recipe.ID()+"-"+step.Key[:shortKey])
}

func treeOf(dir string) string { return filepath.Join(dir, "tree") }

// Tree is the directory of what the step's package installs, without set-ID bits.
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
	dir := s.dirOf(step)
	p := readPackage(filepath.Join(dir, packageFile))
	if p == nil || p.Key != step.Key {
		return nil
	}
	if listing, err := treehash.Listing(treeOf(dir)); err != nil || (listing != p.Listing && p.Listing != "") {
		return nil
	}
	switch p.Format {
	case format:
		if text, err := os.ReadFile(filepath.Join(dir, manifestFile)); err != nil || sum(text) != p.Manifest {
			return nil
		}
	case 0:
		if s.lock != nil && convert(dir, p) != nil {
			return nil
		}
	default:
		return nil
	}
	return p
}

func sum(text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text)) }

// convert gives a package of an earlier version a manifest. If it is interrupted,
// the listing does not fit and the package is built again.
func convert(dir string, p *Package) (err error) {
	if p.Installed, err = manifest.Make(treeOf(dir), manifest.Options{}); err != nil {
		return err
	}
	if err := describe(dir, p); err != nil {
		return err
	}
	return durable.SyncTree(dir)
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

// Manifest is what the step's package installs, of one that the store has.
func (s *State) Manifest(step *plan.Step) (*manifest.Manifest, error) {
	return s.manifestOf(s.dirOf(step))
}

// manifestOf returns what the package in a directory of the store installs.
func (s *State) manifestOf(dir string) (*manifest.Manifest, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m, ok := s.trees[dir]; ok {
		return m, nil
	}
	m, err := readManifest(dir)
	if err == nil {
		s.trees[dir] = m
	}
	return m, err
}

func readManifest(dir string) (*manifest.Manifest, error) {
	p := readPackage(filepath.Join(dir, packageFile))
	if p == nil {
		return nil, fmt.Errorf("%s is no package of the store: %w", dir, os.ErrNotExist)
	}
	path := filepath.Join(dir, manifestFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) && p.Format == 0 {
		return nil, fmt.Errorf("%s is a package of an earlier version; `bootstrap stage3` gives it a manifest", dir)
	}
	if err != nil {
		return nil, err
	}
	m, err := manifest.Decode(text)
	if err == nil && sum(text) != p.Manifest {
		err = errors.New("is not the one that the package was made with")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w; remove %s and run `bootstrap stage3` again", path, err, dir)
	}
	return m, nil
}

// Commit puts a finished package into the store. Its files are in installed,
// which is emptied by that. They get on the disk before the package gets its name.
func (s *State) Commit(step *plan.Step, installed string, p *Package) error {
	whole := installed + ".package"
	if err := os.Mkdir(whole, 0o700); err != nil {
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
	if err := os.MkdirAll(filepath.Dir(final), 0o700); err != nil {
		return err
	}
	if err := s.Discard(final); err != nil {
		return err
	}
	s.mu.Lock()
	delete(s.trees, final)
	s.mu.Unlock()
	return durable.Rename(whole, final)
}

// describe writes a package's description and manifest beside its tree.
func describe(dir string, p *Package) error {
	files, err := p.Installed.Encode()
	if err != nil {
		return err
	}
	if err := durable.WriteFile(filepath.Join(dir, manifestFile), files, 0o644); err != nil {
		return err
	}
	p.Format, p.Manifest = format, sum(files)
	if p.Listing, err = treehash.Listing(treeOf(dir)); err != nil {
		return err
	}
	text, err := json.MarshalIndent(p, "", "\t")
	if err != nil {
		return err
	}
	return durable.WriteFile(filepath.Join(dir, packageFile), append(text, '\n'), 0o644)
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
