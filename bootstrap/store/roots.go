package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/durable"
)

// rootLinks is the directory of links to the roots outside the state that were made
// from it.
const rootLinks = "roots"

// rememberRoot notes where a root is, so that what it is made of stays in the store.
func (s *State) rememberRoot(root string) error {
	if within(root, s.dir) {
		return nil // known by its place
	}
	if err := os.MkdirAll(s.path(rootLinks), 0o700); err != nil {
		return err
	}
	name := fmt.Sprintf("%x", sha256.Sum256([]byte(root)))[:shortKey]
	return durable.Symlink(root, s.path(rootLinks, name))
}

// LedgerOf is the ledger of a root outside the state: the records of its packages.
func LedgerOf(root string) string { return root + ".ledger.jsonl" }

// writeLedger puts the records of a plan's packages beside a root outside the state.
func (s *State) writeLedger(root string, p *plan.Plan) error {
	if within(root, s.dir) {
		return nil // whose ledger has them
	}
	var text bytes.Buffer
	for _, step := range p.Steps {
		made := s.Lookup(step)
		if made == nil {
			continue
		}
		line, err := ledger.Encode(made.Record)
		if err != nil {
			return err
		}
		text.Write(line)
	}
	return durable.WriteFile(LedgerOf(root), text.Bytes(), 0o644)
}

// knownRoots are the roots that were made from this state: its own, those among its
// sysroots, and those elsewhere. Those that are gone count no more.
func (s *State) knownRoots() ([]string, error) {
	roots := []string{s.Root()}
	records, err := fs.Glob(os.DirFS(s.dir), sysroots+"/*.json")
	if err != nil {
		return nil, err
	}
	for _, record := range records {
		roots = append(roots, s.path(strings.TrimSuffix(record, ".json")))
	}
	links, err := os.ReadDir(s.path(rootLinks))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, link := range links {
		root, err := os.Readlink(s.path(rootLinks, link.Name()))
		if err != nil {
			return nil, err
		}
		if _, err := os.Lstat(root); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		roots = append(roots, filepath.Clean(root))
	}
	return roots, nil
}
