package treehash

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// aTree makes a directory with a file, a link and an empty directory.
func aTree(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	check(t, os.Mkdir(filepath.Join(dir, "empty"), 0o755))
	check(t, os.WriteFile(filepath.Join(dir, "file"), []byte("text"), 0o644))
	check(t, os.Symlink("file", filepath.Join(dir, "link")))
	for name, mode := range map[string]os.FileMode{"empty": 0o755, "file": 0o644} { // whatever the umask is
		check(t, os.Chmod(filepath.Join(dir, name), mode))
		check(t, os.Chtimes(filepath.Join(dir, name), time.Unix(1, 0), time.Unix(1, 0)))
	}
	return dir
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestHashesTellTreesApart(t *testing.T) {
	for _, test := range []struct {
		label             string
		change            func(dir string) error
		listing, contents bool // whether the hash is another
	}{
		{"nothing", func(string) error { return nil }, false, false},
		{"mode", func(dir string) error { return os.Chmod(filepath.Join(dir, "file"), 0o755) }, true, false},
		{"time", func(dir string) error {
			return os.Chtimes(filepath.Join(dir, "file"), time.Unix(2, 0), time.Unix(2, 0))
		}, true, false},
		{"cut off", func(dir string) error { return os.Truncate(filepath.Join(dir, "file"), 3) }, true, true},
		{"name", func(dir string) error { return os.Rename(filepath.Join(dir, "file"), filepath.Join(dir, "other")) }, true, true},
		{"empty directory", func(dir string) error { return os.Remove(filepath.Join(dir, "empty")) }, true, false},
		{"same size and time, other contents", func(dir string) error {
			file := filepath.Join(dir, "file")
			if err := os.WriteFile(file, []byte("TEXT"), 0o644); err != nil {
				return err
			}
			return os.Chtimes(file, time.Unix(1, 0), time.Unix(1, 0))
		}, false, true},
	} {
		t.Run(test.label, func(t *testing.T) {
			dir := aTree(t)
			os.Remove(filepath.Join(dir, "link")) // its time is not to be set
			listing, contents := hashes(t, dir)
			check(t, test.change(dir))
			afterListing, afterContents := hashes(t, dir)
			if got := listing != afterListing; got != test.listing {
				t.Errorf("the listing's hash changed: %v, want %v", got, test.listing)
			}
			if got := contents != afterContents; got != test.contents {
				t.Errorf("the contents' hash changed: %v, want %v", got, test.contents)
			}
		})
	}
}

func hashes(t *testing.T, dir string) (listing, contents string) {
	t.Helper()
	listing, err := Listing(dir)
	check(t, err)
	contents, err = Contents(dir)
	check(t, err)
	return listing, contents
}

func TestListingFollowsLinks(t *testing.T) {
	dir := aTree(t)
	before, err := Listing(dir)
	check(t, err)
	check(t, os.Remove(filepath.Join(dir, "link")))
	check(t, os.Symlink("empty", filepath.Join(dir, "link")))
	if after, err := Listing(dir); err != nil || after == before {
		t.Errorf("a link to another file gives the same hash (%v)", err)
	}
}

// The hashes are a part of what is kept on the disk, so they must not change.
func TestHashesStay(t *testing.T) {
	dir := aTree(t)
	check(t, os.Remove(filepath.Join(dir, "link")))
	listing, contents := hashes(t, dir)
	if want := "05a2fa73622ad40d1facc6cc1648338e532b4bee6a8cf29895929a9f229bb1eb"; listing != want {
		t.Errorf("listing %s, want %s", listing, want)
	}
	if want := "863526e0a47a537b4db535a8a827d96193486d6aac6fc14627c3a0abbeb713cc"; contents != want {
		t.Errorf("contents %s, want %s", contents, want)
	}
}
