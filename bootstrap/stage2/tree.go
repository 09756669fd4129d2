package stage2

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/remove"
)

// layout changes when the way trees are assembled does, so that old ones are
// made anew.
const layout = "stage2 layout 1"

// Names below a directory of assembled trees.
const (
	// ManifestName is the file that says what a tree is; it is written last, so a
	// tree without it is not whole.
	ManifestName = ".wildebeest-stage2.json"
	// CurrentName is the link to the tree that is used.
	CurrentName = "current"
)

// Manifest describes a stage2 tree.
type Manifest struct {
	Key      string   `json:"key"`                // 16 hexadecimal digits, a part of every package's key
	From     string   `json:"from"`               // a release such as debian-12, or user
	Compiler string   `json:"compiler,omitempty"` // the version of clang that was chosen
	List     string   `json:"table,omitempty"`    // the hash of the release's package list
	Packages []string `json:"packages,omitempty"`
}

// Tree is a stage2 tree, ready to be mounted at Prefix.
type Tree struct {
	Dir string
	Manifest
}

// Open returns the assembled tree in dir.
func Open(dir string) (*Tree, error) {
	text, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		return nil, err
	}
	tree := &Tree{Dir: dir}
	if err := json.Unmarshal(text, &tree.Manifest); err != nil {
		return nil, fmt.Errorf("%s: %w; `bootstrap stage2 --from debian` makes the tree anew", filepath.Join(dir, ManifestName), err)
	}
	return tree, nil
}

// Current returns the tree that the last Assemble below dir made.
func Current(dir string) (*Tree, error) {
	resolved, err := filepath.EvalSymlinks(filepath.Join(dir, CurrentName))
	if err != nil {
		return nil, fmt.Errorf("no stage2 in %s; run `bootstrap stage2 --from debian` first, or name your own with --stage2 DIR", dir)
	}
	return Open(resolved)
}

// OpenUser returns a tree of the user's own. Its key is the hash of the names,
// sizes and modification times of its files, as reading all of them would take
// longer than a build.
func OpenUser(dir string) (*Tree, error) {
	if tree, err := Open(dir); err == nil {
		return tree, nil
	}
	if _, err := os.Stat(filepath.Join(dir, "usr/bin/bash")); err != nil {
		return nil, fmt.Errorf("stage2 %s: %w; a stage2 tree has usr/bin/bash, usr/bin/clang, usr/bin/make, …", dir, err)
	}
	hash := sha256.New()
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			fmt.Fprintf(hash, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return &Tree{Dir: dir, Manifest: Manifest{Key: hex.EncodeToString(hash.Sum(nil))[:16], From: "user"}}, nil
}

// commit makes work the tree: manifest last, then the name.
func (t *Tree) commit(work string) error {
	text, err := json.MarshalIndent(t.Manifest, "", "\t")
	if err != nil {
		return err
	}
	if err := durable.SyncTree(work); err != nil {
		return err
	}
	if err := durable.WriteFile(filepath.Join(work, ManifestName), append(text, '\n'), 0o644); err != nil {
		return err
	}
	if err := remove.All(t.Dir); err != nil {
		return err
	}
	return durable.Rename(work, t.Dir)
}
