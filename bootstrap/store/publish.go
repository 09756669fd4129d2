package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/temporary"
	"github.com/serpent-os/wildebeest/internal/treehash"
	"golang.org/x/sys/unix"
)

// Publish makes the state's root of a plan's packages, unless it is that already.
// The error is a *ChangedError where the root was changed by hand, unless Repair
// is set.
func (s *State) Publish(p *plan.Plan) (changed bool, err error) { return s.PublishTo(s.Root(), p) }

// PublishTo makes a root anywhere. An old one stays until the new one is whole,
// and is replaced in one step; a directory that is no such root is not touched.
func (s *State) PublishTo(root string, p *plan.Plan) (changed bool, err error) {
	record, there, err := s.place(root)
	if err != nil {
		return false, err
	}
	if there && !s.Repair {
		if err := s.checkUnchanged(root, record); err != nil {
			return false, err
		}
	}
	// First: a garbage collection is to know of the root as soon as it is one.
	if err := s.rememberRoot(root); err != nil {
		return false, err
	}
	if packages := packagesOf(p); there && record.has(packages) {
		changed, err = s.repair(root, packages, record, p)
	} else {
		changed, err = true, s.replace(root, packages, p)
	}
	if err != nil {
		return false, err
	}
	return changed, s.writeLedger(root, p)
}

// CheckPlace says why PublishTo would refuse a directory, before hours of building.
func (s *State) CheckPlace(root string) error {
	_, _, err := s.place(root)
	return err
}

// place looks at where a root is to be: whether one is there, and its record.
func (s *State) place(root string) (record *rootRecord, there bool, err error) {
	if err := s.checkPlace(root); err != nil {
		return nil, false, err
	}
	if record, err = readRecord(root); err != nil {
		return nil, false, err
	}
	there, err = s.replaceable(root, record)
	return record, there, err
}

// repair makes a root of the right packages anew where it was changed by hand.
func (s *State) repair(root string, packages []string, record *rootRecord, p *plan.Plan) (changed bool, err error) {
	if !s.Repair || s.checkUnchanged(root, record) == nil {
		return false, nil
	}
	return true, s.replace(root, packages, p)
}

// replace makes the root and gives it its name.
func (s *State) replace(root string, packages []string, p *plan.Plan) error {
	release, err := s.lockRoot(unix.LOCK_EX)
	if err != nil {
		return err
	}
	defer release()
	parent, prefix := filepath.Dir(root), ".new-"+filepath.Base(root)+"-"
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	for _, left := range []string{prefix, ".new-" + filepath.Base(recordPath(root)) + "-"} {
		if err := temporary.Sweep(parent, left); err != nil {
			s.note(err.Error())
		}
	}
	fresh, err := temporary.NewDir(parent, prefix)
	if err != nil {
		return err
	}
	// Also what it is after the exchange: the root that was there before.
	defer func() {
		if err := fresh.Remove(); err != nil {
			s.note(err.Error())
		}
	}()
	snapshot, err := s.makeRoot(fresh.Path, p)
	if err != nil {
		return fmt.Errorf("assemble %s: %w", root, err)
	}
	// A root is not trusted while it is exchanged.
	if err := (&rootRecord{Format: format}).write(root); err != nil {
		return err
	}
	if err := exchange(root, fresh.Path); err != nil {
		return err
	}
	return (&rootRecord{Format: format, Packages: packages, Snapshot: snapshot}).write(root)
}

// makeRoot fills an empty directory with a plan's packages.
func (s *State) makeRoot(dir string, p *plan.Plan) (snapshot string, err error) {
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", err
	}
	if err := s.copyInto(dir, p.Steps); err != nil {
		return "", err
	}
	if err := durable.SyncTree(dir); err != nil {
		return "", err
	}
	return treehash.Snapshot(dir)
}

// checkPlace refuses places where a root would be lost, or lose something else.
func (s *State) checkPlace(root string) error {
	if root == s.Root() {
		return nil
	}
	real := func(path string) string { // as far as it exists
		if resolved, err := filepath.EvalSymlinks(path); err == nil {
			return resolved
		}
		return path
	}
	place := filepath.Join(real(filepath.Dir(root)), filepath.Base(root))
	state := real(s.dir)
	switch info, err := os.Lstat(root); {
	case root == "/":
		return errors.New("a root in / would replace the system; name another directory")
	case within(place, filepath.Join(state, sysroots)) && place != filepath.Join(state, sysroots):
		// of the state, but the caller's
	case within(place, state):
		return fmt.Errorf("%s lies in the state directory %s, which is the driver's own; name another directory, or one in %s", root, s.dir, s.path(sysroots))
	case within(state, place):
		return fmt.Errorf("the state directory %s lies in %s and would go with the root; name another directory", s.dir, root)
	case err == nil && info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a symbolic link; name the directory that it leads to, or remove it", root)
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s is no directory; name another one, or remove it", root)
	}
	return nil
}

// within tells whether a path is dir or lies below it.
func within(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, "/")+"/")
}

// replaceable tells whether a root is there, and refuses a directory with contents
// that no earlier run put there.
func (s *State) replaceable(root string, record *rootRecord) (there bool, err error) {
	entries, err := os.ReadDir(root)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil || record != nil {
		return record != nil, err
	}
	if len(entries) > 0 && root != s.Root() {
		return false, fmt.Errorf("%s is not empty and no root of this program (there is no %s beside it that says so); name another directory, or remove it", root, recordPath(root))
	}
	return false, nil
}

// exchange makes fresh the root in one step, and the old root fresh.
func exchange(root, fresh string) error {
	err := unix.Renameat2(unix.AT_FDCWD, fresh, unix.AT_FDCWD, root, unix.RENAME_EXCHANGE)
	if errors.Is(err, fs.ErrNotExist) {
		err = unix.Renameat2(unix.AT_FDCWD, fresh, unix.AT_FDCWD, root, unix.RENAME_NOREPLACE)
	}
	if err != nil {
		return fmt.Errorf("exchange %s and %s: %w", fresh, root, err)
	}
	return durable.SyncDir(filepath.Dir(root))
}
