package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// rootManifest says which packages a root is made of. It lies beside the root as
// ROOT.json and is written after it, so that a root without it is made anew.
type rootManifest struct {
	Packages []string `json:"packages"` // NAME-VERSION-RELEASE KEY
}

func manifestPath(root string) string { return root + ".json" }

// manifestText is the manifest of the root that a plan makes.
func manifestText(plan *Plan) ([]byte, error) {
	var m rootManifest
	for _, step := range plan.Steps {
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
func (s *State) Publish(plan *Plan) (changed bool, err error) { return s.PublishTo(s.Root(), plan) }

// PublishTo makes a root anywhere. An old one stays until the new one is whole,
// and is replaced in one step; a directory that is no such root is not touched.
func (s *State) PublishTo(root string, plan *Plan) (changed bool, err error) {
	text, err := manifestText(plan)
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
	if err := s.assemble(fresh, plan.Steps, copyFile); err != nil {
		return false, err
	}
	if err := syncTree(fresh); err != nil {
		return false, err
	}
	if err := writeFile(manifestPath(root), []byte("{}\n")); err != nil {
		return false, err
	}
	if err := exchange(root, fresh); err != nil {
		return false, err
	}
	return true, writeFile(manifestPath(root), text)
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

// UseRoot keeps the root from being replaced until release is called.
func (s *State) UseRoot() (release func(), err error) { return s.lockRoot(unix.LOCK_SH) }

func (s *State) lockRoot(how int) (release func(), err error) {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(s.path("root.lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(file.Fd()), how|unix.LOCK_NB); err != nil {
		file.Close()
		return nil, fmt.Errorf("the root %s is in use by another bootstrap; leave its `bootstrap enter` or wait", s.Root())
	}
	return func() { file.Close() }, nil
}

// writeFile replaces a file in one step, on the disk when it returns.
func writeFile(path string, text []byte) error {
	temporary := path + ".new"
	file, err := os.Create(temporary)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}
