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

// rootManifest says which packages a root is made of. It lies beside the root
// and is written after it, so that a root without it is made anew.
type rootManifest struct {
	Packages []string `json:"packages"` // NAME-VERSION-RELEASE KEY
}

func (s *State) rootManifestPath() string { return s.path("root.json") }

func manifestOf(plan *Plan) rootManifest {
	var m rootManifest
	for _, step := range plan.Steps {
		m.Packages = append(m.Packages, step.Recipe.ID()+" "+step.Key)
	}
	return m
}

// Publish makes the root of a plan's packages, unless it is that already. The
// old root stays until the new one is whole, and is replaced in one step.
func (s *State) Publish(plan *Plan) (changed bool, err error) {
	text, err := json.MarshalIndent(manifestOf(plan), "", "\t")
	if err != nil {
		return false, err
	}
	text = append(text, '\n')
	if have, err := os.ReadFile(s.rootManifestPath()); err == nil && string(have) == string(text) {
		if _, err := os.Stat(s.Root()); err == nil {
			return false, nil
		}
	}
	release, err := s.lockRoot(unix.LOCK_EX)
	if err != nil {
		return false, err
	}
	defer release()
	fresh := s.path("root.new")
	if err := os.MkdirAll(fresh, 0o755); err != nil {
		return false, err
	}
	if err := s.assemble(fresh, plan.Steps, copyFile); err != nil {
		return false, err
	}
	if err := syncTree(fresh); err != nil {
		return false, err
	}
	if err := s.exchange(fresh); err != nil {
		return false, err
	}
	return true, writeFile(s.rootManifestPath(), text)
}

// exchange makes fresh the root in one step, and removes the old one.
func (s *State) exchange(fresh string) error {
	if err := os.Remove(s.rootManifestPath()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := unix.Renameat2(unix.AT_FDCWD, fresh, unix.AT_FDCWD, s.Root(), unix.RENAME_EXCHANGE)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, s.Root())
	}
	if err != nil {
		return fmt.Errorf("exchange %s and %s: %w", fresh, s.Root(), err)
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
