package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"golang.org/x/sys/unix"
)

func planOf(steps ...*plan.Step) *plan.Plan { return &plan.Plan{Steps: steps} }

// special is a package with what only a root gets: set-ID bits, a hard link, a
// sparse file, modes of directories.
func special(t *testing.T, s *State) *plan.Step {
	t.Helper()
	step := stepOf("a")
	work, err := s.NewWork(step)
	check(t, err)
	dir := filepath.Join(work, "install")
	check(t, os.MkdirAll(filepath.Join(dir, "usr/bin"), 0o755))
	check(t, os.WriteFile(filepath.Join(dir, "usr/bin/su"), []byte("su"), 0o755))
	check(t, os.Link(filepath.Join(dir, "usr/bin/su"), filepath.Join(dir, "usr/bin/sudo")))
	check(t, os.WriteFile(filepath.Join(dir, "sparse"), nil, 0o600))
	check(t, os.Truncate(filepath.Join(dir, "sparse"), 10<<30))
	for name, mode := range map[string]fs.FileMode{
		"usr/bin/su": 0o755 | fs.ModeSetuid, "usr": 0o555, "usr/bin": 0o711 | fs.ModeSetgid, "sparse": 0o600, ".": 0o755,
	} {
		check(t, os.Chmod(filepath.Join(dir, name), mode))
	}
	commitTree(t, s, step, dir)
	return step
}

func TestRootsGetWhatTheManifestSays(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077)) // which is not to matter
	s := newState(t)
	step := special(t, s)
	check(t, filepath.WalkDir(s.path("store"), func(path string, entry fs.DirEntry, err error) error {
		check(t, err)
		if info, err := entry.Info(); err != nil || info.Mode()&(fs.ModeSetuid|fs.ModeSetgid) != 0 {
			t.Errorf("%s of the store has mode %v (%v)", path, info.Mode(), err)
		}
		return nil
	}))
	_, err := s.Publish(planOf(step))
	check(t, err)
	for name, want := range map[string]fs.FileMode{
		"": fs.ModeDir | 0o755, "usr": fs.ModeDir | 0o555, "usr/bin": fs.ModeDir | fs.ModeSetgid | 0o711,
		"usr/bin/su": fs.ModeSetuid | 0o755, "usr/bin/sudo": fs.ModeSetuid | 0o755, "sparse": 0o600,
	} {
		info, err := os.Stat(filepath.Join(s.Root(), name))
		check(t, err)
		if info.Mode() != want || info.ModTime().Unix() != 1 {
			t.Errorf("%s has mode %v and time %v, want %v", name, info.Mode(), info.ModTime(), want)
		}
	}
	var one, other, sparse unix.Stat_t
	check(t, unix.Stat(filepath.Join(s.Root(), "usr/bin/su"), &one))
	check(t, unix.Stat(filepath.Join(s.Root(), "usr/bin/sudo"), &other))
	check(t, unix.Stat(filepath.Join(s.Root(), "sparse"), &sparse))
	if one.Ino != other.Ino {
		t.Error("a hard link became a copy")
	}
	if sparse.Size != 10<<30 || sparse.Blocks > 1000 {
		t.Errorf("10 GiB without data take %d blocks", sparse.Blocks)
	}
	found, err := s.VerifyRoot(s.Root())
	if err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	build := t.TempDir()
	check(t, s.Link(build, []*plan.Step{step}))
	if info, err := os.Stat(filepath.Join(build, "usr/bin/su")); err != nil || info.Mode() != 0o755 {
		t.Errorf("a build root's file has mode %v (%v)", info.Mode(), err)
	}
}

// TestChangedRoot changes a root in one way at a time.
func TestChangedRoot(t *testing.T) {
	for _, test := range []struct {
		label  string
		change func(root string) error
		want   string
	}{
		{"contents", func(root string) error {
			path := filepath.Join(root, "etc/a")
			return errors.Join(os.WriteFile(path, []byte("One"), 0), os.Chtimes(path, time.Unix(1, 0), time.Unix(1, 0)))
		}, `"/etc/a": other contents`},
		{"mode", func(root string) error { return os.Chmod(filepath.Join(root, "etc/a"), 0o644) }, `"/etc/a": mode -rw-r-----, then -rw-r--r--`},
		{"lost", func(root string) error { return os.Remove(filepath.Join(root, "etc/a")) }, `"/etc/a": is missing`},
		{"added", func(root string) error { return os.WriteFile(filepath.Join(root, "x"), nil, 0o644) }, `"/x": is of no package`},
		{"added, with an escape", func(root string) error { return os.WriteFile(filepath.Join(root, "\x1b[2J\n"), nil, 0o644) }, `"/\x1b[2J\n": is of no package`},
		{"link", func(root string) error {
			return errors.Join(os.Remove(filepath.Join(root, "lib")), os.Symlink("/home", filepath.Join(root, "lib")))
		}, `"/lib": link to usr/lib, then to /home`},
		{"many", func(root string) error {
			for i := range 50 {
				if err := os.WriteFile(filepath.Join(root, fmt.Sprint(i)), nil, 0o644); err != nil {
					return err
				}
			}
			return nil
		}, "\n    and 31 more: "},
	} {
		t.Run(test.label, func(t *testing.T) {
			s, a := newState(t), stepOf("a")
			commit(t, s, a, map[string]string{"etc/a": "one", "lib": "->usr/lib"})
			_, err := s.Publish(planOf(a))
			check(t, err)
			check(t, test.change(s.Root()))
			_, err = s.Publish(planOf(a))
			var changed *ChangedError
			if !errors.As(err, &changed) || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\x1b") {
				t.Fatalf("%v, want %q", err, test.want)
			}
			if got := s.Status(planOf(a)).RootState; got != "changed by hand" {
				t.Errorf("status: %s", got)
			}
			// Also where another root was to take its place.
			if _, err = s.Publish(planOf()); !errors.As(err, &changed) {
				t.Errorf("%v", err)
			}
			s.Repair = true
			if made, err := s.Publish(planOf(a)); err != nil || !made {
				t.Errorf("made: %v, %v", made, err)
			}
			if made, err := s.Publish(planOf(a)); err != nil || made {
				t.Errorf("made again: %v, %v", made, err)
			}
			if found, err := s.VerifyRoot(s.Root()); err != nil || len(found) > 0 {
				t.Errorf("%v %v", found, err)
			}
		})
	}
}

// TestCopiedRoot has a root whose files are the same and others: its record is
// renewed, and it is not made again.
func TestCopiedRoot(t *testing.T) {
	s, a := newState(t), stepOf("a")
	check(t, s.Lock())
	defer s.Unlock()
	commit(t, s, a, map[string]string{"a": "one"})
	_, err := s.Publish(planOf(a))
	check(t, err)
	path := filepath.Join(s.Root(), "a")
	info, err := os.Stat(path)
	check(t, err)
	top, err := os.Stat(s.Root())
	check(t, err)
	check(t, os.Rename(path, path+".old"))
	check(t, os.WriteFile(path, []byte("one"), 0o640))
	check(t, os.Chmod(path, info.Mode()))
	check(t, os.Chtimes(path, info.ModTime(), info.ModTime()))
	check(t, os.Remove(path+".old"))
	check(t, os.Chtimes(s.Root(), top.ModTime(), top.ModTime()))
	before, err := readRecord(s.Root())
	check(t, err)
	if made, err := s.Publish(planOf(a)); err != nil || made {
		t.Errorf("made: %v, %v", made, err)
	}
	if after, err := readRecord(s.Root()); err != nil || after.Snapshot == before.Snapshot {
		t.Errorf("the record was not renewed: %v", err)
	}
}

func TestPlacesOfRoots(t *testing.T) {
	s, a := newState(t), stepOf("a")
	commit(t, s, a, map[string]string{"a": "one"})
	outside := t.TempDir()
	dir := func(name string) string {
		path := filepath.Join(outside, name)
		check(t, os.MkdirAll(path, 0o755))
		return path
	}
	check(t, os.Symlink(dir("target"), filepath.Join(outside, "link")))
	check(t, os.Symlink(s.dir, filepath.Join(outside, "state")))
	check(t, os.WriteFile(filepath.Join(outside, "file"), nil, 0o644))
	check(t, os.WriteFile(filepath.Join(dir("config"), "mine"), nil, 0o644))
	check(t, os.WriteFile(filepath.Join(outside, "config.json"), []byte("{}"), 0o644))
	check(t, os.Symlink(filepath.Join(outside, "config.json"), filepath.Join(dir("."), "linked.json")))
	for root, want := range map[string]string{
		"/":                                 "would replace the system",
		filepath.Join(s.dir, "other"):       "lies in the state directory",
		filepath.Join(s.dir, "root/x"):      "lies in the state directory",
		filepath.Join(outside, "state/x"):   "lies in the state directory",
		s.dir:                               "lies in the state directory",
		filepath.Dir(s.dir):                 "would go with the root",
		filepath.Join(outside, "link"):      "is a symbolic link",
		filepath.Join(outside, "file"):      "is no directory",
		filepath.Join(outside, "config"):    "is not empty and no root of this program",
		filepath.Join(outside, "linked"):    "linked.json is a symbolic link",
		filepath.Join(outside, "file/root"): "not a directory",
	} {
		if _, err := s.PublishTo(root, planOf(a)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", root, err, want)
		}
	}
	if entries, _ := os.ReadDir(filepath.Join(outside, "target")); len(entries) > 0 {
		t.Errorf("a root was made through a link: %v", entries)
	}
	if _, err := s.PublishTo(filepath.Join(outside, "new/root"), planOf(a)); err != nil {
		t.Error(err)
	}
}

// TestFailedRoot leaves nothing of a root that could not be made, nor of one that
// a killed run was about to make.
func TestFailedRoot(t *testing.T) {
	s, a, b := newState(t), stepOf("a"), stepOf("b")
	commit(t, s, a, map[string]string{"usr/lib": "->/home", "etc/x": ""})
	commit(t, s, b, map[string]string{"usr/lib/x": ""})
	outside := t.TempDir()
	check(t, os.MkdirAll(filepath.Join(outside, ".new-made-123/x"), 0o755))
	check(t, os.WriteFile(filepath.Join(outside, ".new-made.json-123"), nil, 0o644))
	check(t, os.Mkdir(filepath.Join(outside, "made.new"), 0o755)) // somebody's own
	for _, steps := range [][]*plan.Step{{a, b}, {b, a}} {
		if _, err := s.PublishTo(filepath.Join(outside, "made"), planOf(steps...)); err == nil || !strings.Contains(err.Error(), "/usr/lib is installed by both") {
			t.Errorf("%v", err)
		}
		if entries, _ := os.ReadDir(outside); len(entries) != 1 || entries[0].Name() != "made.new" {
			t.Errorf("left: %v", entries)
		}
	}
}
