package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/durable"
	"golang.org/x/sys/unix"
)

// rootManifest says which packages a root is made of. It lies beside the root as
// ROOT.json and is written after it, so that a root without it is made anew.
type rootManifest struct {
	Packages []string `json:"packages"` // NAME-VERSION-RELEASE KEY
}

func manifestPath(root string) string { return root + ".json" }

// manifestText is the manifest of the root that a plan makes.
func manifestText(p *plan.Plan) ([]byte, error) {
	var m rootManifest
	for _, step := range p.Steps {
		m.Packages = append(m.Packages, step.Recipe.ID()+" "+step.Key)
	}
	text, err := json.MarshalIndent(m, "", "\t")
	return append(text, '\n'), err
}

// upToDate reports whether root is what text describes.
func upToDate(root string, text []byte) bool {
	have, err := os.ReadFile(manifestPath(root))
	if err != nil || string(have) != string(text) {
		return false
	}
	_, err = os.Stat(root)
	return err == nil
}

// Publish makes the state's root of a plan's packages, unless it is that already.
func (s *State) Publish(p *plan.Plan) (changed bool, err error) { return s.PublishTo(s.Root(), p) }

// PublishTo makes a root anywhere. An old one stays until the new one is whole,
// and is replaced in one step; a directory that is no such root is not touched.
func (s *State) PublishTo(root string, p *plan.Plan) (changed bool, err error) {
	text, err := manifestText(p)
	if err != nil || upToDate(root, text) {
		return false, err
	}
	if err := replaceable(root); err != nil {
		return false, err
	}
	release, err := s.lockRoot(unix.LOCK_EX)
	if err != nil {
		return false, err
	}
	defer release()
	fresh := root + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return false, err
	}
	if err := os.MkdirAll(fresh, 0o755); err != nil {
		return false, err
	}
	if err := s.assemble(fresh, p.Steps, copyFile); err != nil {
		return false, err
	}
	if err := durable.SyncTree(fresh); err != nil {
		return false, err
	}
	if err := durable.WriteFile(manifestPath(root), []byte("{}\n"), 0o644); err != nil {
		return false, err
	}
	if err := exchange(root, fresh); err != nil {
		return false, err
	}
	return true, durable.WriteFile(manifestPath(root), text, 0o644)
}

// replaceable refuses a directory with contents that no earlier run put there.
func replaceable(root string) error {
	entries, err := os.ReadDir(root)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && len(entries) == 0) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(manifestPath(root)); err != nil {
		return fmt.Errorf("%s is not empty and no root of this program (there is no %s beside it); name another directory, or remove it", root, manifestPath(root))
	}
	return nil
}

// exchange makes fresh the root in one step, and removes the old one.
func exchange(root, fresh string) error {
	err := unix.Renameat2(unix.AT_FDCWD, fresh, unix.AT_FDCWD, root, unix.RENAME_EXCHANGE)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, root)
	}
	if err != nil {
		return fmt.Errorf("exchange %s and %s: %w", fresh, root, err)
	}
	return os.RemoveAll(fresh)
}
