package tree

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWalkIsThatOfFilepath compares the walk with the standard library's.
func TestWalkIsThatOfFilepath(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a/b/c", "a.b/x", "a-", "z/\xff", "deep/" + strings.Repeat("d/", 3*maxOpen) + "f", "deep/g"} {
		check(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755))
		check(t, os.WriteFile(filepath.Join(dir, name), nil, 0o644))
	}
	check(t, os.Symlink("a", filepath.Join(dir, "link")))
	check(t, os.Chmod(filepath.Join(dir, "a-"), 0o755|fs.ModeSetuid))
	var want, got []string
	check(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		check(t, err)
		info, err := entry.Info()
		check(t, err)
		want = append(want, path[len(dir):]+" "+info.Mode().String())
		return nil
	}))
	check(t, Walk(dir, func(e *Entry) error {
		got = append(got, e.Name+" "+e.Mode().String())
		return nil
	}))
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWalkOfLongPaths(t *testing.T) {
	dir := t.TempDir()
	fd, err := unix.Open(dir, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	check(t, err)
	for range MaxPath { // /d, twice as long
		check(t, unix.Mkdirat(fd, "d", 0o755))
		below, err := unix.Openat(fd, "d", unix.O_RDONLY|unix.O_DIRECTORY, 0)
		check(t, err)
		unix.Close(fd)
		fd = below
	}
	unix.Close(fd)
	err = Walk(dir, func(*Entry) error { return nil })
	if !errors.Is(err, unix.ENAMETOOLONG) || len(err.Error()) > 300 {
		t.Errorf("%v", err)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	check(t, os.Symlink(outside, filepath.Join(dir, "lib")))
	check(t, os.WriteFile(filepath.Join(outside, "x"), nil, 0o644))
	if err := Walk(filepath.Join(dir, "lib"), func(*Entry) error { return nil }); err == nil {
		t.Error("a walk followed a link")
	}
	d, err := OpenDir(dir)
	check(t, err)
	defer d.Close()
	for label, err := range map[string]error{
		"mkdir": d.Mkdir("/lib/y"), "symlink": d.Symlink("x", "/lib/y"), "link": d.Link(d, "/lib/x", "/y"),
		"chmod": d.Chmod("/lib", 0o700), "through chmod": d.Chmod("/lib/x", 0o700),
		"time": d.SetTime("/lib/x", time.Unix(1, 0)), "chown": d.Chown("/lib/x", 1, 1),
		"create": second(d.Create("/lib/y")), "open": second(d.Open("/lib/x")), "up": d.Mkdir("/../y"),
	} {
		if err == nil && label != "chmod" {
			t.Errorf("%s: no error", label)
		}
	}
	info, err := os.Stat(filepath.Join(outside, "x"))
	check(t, err)
	if entries, _ := os.ReadDir(outside); len(entries) != 1 || info.Mode() != 0o644 || info.ModTime().Unix() == 1 {
		t.Errorf("outside: %v %v", entries, info)
	}
	if info, err := os.Stat(outside); err != nil || info.Mode().Perm() == 0o700 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

func second(_ *os.File, err error) error { return err }

func TestDir(t *testing.T) {
	dir := t.TempDir()
	d, err := OpenDir(dir)
	check(t, err)
	defer d.Close()
	check(t, d.Mkdir("/a"))
	check(t, d.Mkdir("/b"))
	file, err := d.Create("/a/x")
	check(t, err)
	check(t, file.Close())
	check(t, d.Link(d, "/a/x", "/b/y"))
	check(t, d.Symlink("x", "/a/l"))
	check(t, d.Chmod("/b/y", 0o4711))
	check(t, d.SetTime("/a/l", time.Unix(1, 0)))
	check(t, d.Chmod("/", 0o711))
	info, err := os.Lstat(filepath.Join(dir, "a/x"))
	check(t, err)
	link, err := os.Lstat(filepath.Join(dir, "a/l"))
	check(t, err)
	top, err := os.Stat(dir)
	check(t, err)
	if info.Mode() != 0o711|fs.ModeSetuid || link.ModTime().Unix() != 1 || top.Mode().Perm() != 0o711 {
		t.Errorf("%v %v %v", info.Mode(), link.ModTime(), top.Mode())
	}
}
