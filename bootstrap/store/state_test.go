package store

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

func TestStateIsItsOwners(t *testing.T) {
	open := func(mode fs.FileMode, owner int) (fs.FileMode, error) {
		dir := filepath.Join(t.TempDir(), "state")
		check(t, os.Mkdir(dir, 0o755))
		check(t, os.Chmod(dir, mode))
		if owner != os.Geteuid() {
			check(t, os.Chown(dir, owner, -1))
		}
		_, err := Open(dir)
		info, statErr := os.Stat(dir)
		check(t, statErr)
		return info.Mode().Perm(), err
	}
	for _, mode := range []fs.FileMode{0o755, 0o700, 0o500, 0o744} {
		if got, err := open(mode, os.Geteuid()); err != nil || got != 0o700 {
			t.Errorf("a state of mode %v has mode %v then: %v", mode, got, err)
		}
	}
	for _, mode := range []fs.FileMode{0o777, 0o777 | fs.ModeSticky, 0o775, 0o722} {
		if _, err := open(mode, os.Geteuid()); err == nil || !strings.Contains(err.Error(), "others may have written there; name another --state") {
			t.Errorf("a state of mode %v: %v", mode, err)
		}
	}
	if os.Geteuid() == 0 {
		if _, err := open(0o755, 65534); err == nil || !strings.Contains(err.Error(), "belongs to user 65534, and this is user 0") {
			t.Errorf("somebody else's state: %v", err)
		}
	}
	s, err := Open(filepath.Join(t.TempDir(), "a/b"))
	check(t, err)
	check(t, s.Lock())
	defer s.Unlock()
	if info, err := os.Stat(s.dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("a new state has mode %v: %v", info.Mode(), err)
	}
}

// TestEarlierPackages has a package without a manifest, its tree as installed.
func TestEarlierPackages(t *testing.T) {
	s, step := newState(t), stepOf("a")
	commit(t, s, step, map[string]string{"usr/bin/su": "su"})
	dir := s.dirOf(step)
	su := filepath.Join(dir, "tree/usr/bin/su")
	check(t, os.Chmod(su, 0o755|fs.ModeSetuid))
	check(t, os.Remove(filepath.Join(dir, manifestFile)))
	p := readPackage(filepath.Join(dir, packageFile))
	p.Format, p.Manifest, p.Listing = 0, "", ""
	text, err := json.Marshal(p)
	check(t, err)
	check(t, os.WriteFile(filepath.Join(dir, packageFile), text, 0o644))
	if !s.Has(step) {
		t.Fatal("it is not used")
	}
	other, err := Open(s.dir)
	check(t, err)
	if _, err := other.Publish(planOf(step)); err == nil || !strings.Contains(err.Error(), "is a package of an earlier version") {
		t.Errorf("without a lock: %v", err)
	}
	check(t, other.Lock())
	defer other.Unlock()
	if !other.Has(step) {
		t.Fatal("it is not used")
	}
	if info, err := os.Stat(su); err != nil || info.Mode() != 0o755 {
		t.Errorf("its tree has mode %v: %v", info.Mode(), err)
	}
	_, err = other.Publish(planOf(step))
	check(t, err)
	if info, err := os.Stat(filepath.Join(s.Root(), "usr/bin/su")); err != nil || info.Mode() != 0o755|fs.ModeSetuid {
		t.Errorf("the root has mode %v: %v", info.Mode(), err)
	}
	// One of a later version is not read.
	p = readPackage(filepath.Join(dir, packageFile))
	p.Format = format + 1
	text, err = json.Marshal(p)
	check(t, err)
	check(t, os.WriteFile(filepath.Join(dir, packageFile), text, 0o644))
	again, err := Open(s.dir)
	check(t, err)
	if again.Has(step) {
		t.Error("a package of a later version is used")
	}
}

func TestTornManifest(t *testing.T) {
	s, step := newState(t), stepOf("a")
	commit(t, s, step, map[string]string{"a": "text"})
	check(t, os.Truncate(filepath.Join(s.dirOf(step), manifestFile), 30))
	if s.Has(step) {
		t.Error("a package with half a manifest is used")
	}
}

// TestLeftovers has a build that can't be removed, as something is mounted in it.
func TestLeftovers(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root mounts")
	}
	s, step := newState(t), stepOf("a")
	work, err := s.NewWork(step)
	check(t, err)
	check(t, os.MkdirAll(filepath.Join(work, "a/b"), 0))
	mounted := filepath.Join(work, "mounted")
	check(t, os.Mkdir(mounted, 0o755))
	check(t, unix.Mount("tmpfs", mounted, "tmpfs", 0, "size=4k"))
	defer unix.Unmount(mounted, unix.MNT_DETACH)
	check(t, s.Lock())
	defer s.Unlock()
	notes := s.Notes()
	if len(notes) != 2 || !strings.Contains(notes[0], "mounted: is a mount point; umount it; moved to ") || !strings.Contains(notes[1], "remove it by hand") {
		t.Errorf("%q", notes)
	}
	again, err := s.NewWork(step)
	check(t, err)
	if entries, _ := os.ReadDir(again); again != work || len(entries) > 0 {
		t.Errorf("%s has %v", again, entries)
	}
	places, _ := filepath.Glob(s.path(trashDir, "*/*/mounted"))
	for _, place := range places {
		check(t, unix.Unmount(place, 0))
	}
	s.Unlock()
	check(t, s.Lock())
	if _, err := os.Stat(s.path(trashDir)); err == nil || len(s.Notes()) > 0 {
		t.Error("what can be removed now is still there")
	}
}
