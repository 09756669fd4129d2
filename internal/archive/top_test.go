package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestTop has archives whose first component is no plain word, or no directory.
func TestTop(t *testing.T) {
	for _, test := range []struct {
		label   string
		headers []tar.Header
		topDir  string
		top     string
		file    string // that has "x" in it
	}{
		{"plain", []tar.Header{file("a-1.0+b~c_d/f", "x")}, "", "a-1.0+b~c_d", "a-1.0+b~c_d/f"},
		{"letters", []tar.Header{file("größe-1/f", "x")}, "", "größe-1", "größe-1/f"},
		{"a command", []tar.Header{file("$(touch x)/f", "x")}, "", "source", "source/f"},
		{"blanks, and a hard link", []tar.Header{file("a b/g", "x"), link(tar.TypeLink, "a b/f", "a b/g")}, "", "source", "source/f"},
		{"a line", []tar.Header{{Name: "a\nb/", Typeflag: tar.TypeDir}, file("a\nb/f", "x")}, "", "source", "source/f"},
		{"an option", []tar.Header{file("-rf/f", "x")}, "", "source", "source/f"},
		{"no UTF-8", []tar.Header{{Name: "a\xff/", Typeflag: tar.TypeDir, Format: tar.FormatGNU}, {Name: "a\xff/f", Typeflag: tar.TypeReg, Format: tar.FormatGNU, PAXRecords: map[string]string{"body": "x"}}}, "", "source", "source/f"},
		{"named by the recipe", []tar.Header{file("a b/f", "x")}, "z", "z", "z/f"},
		{"a file, named by the recipe", []tar.Header{file("f", "x")}, "z", "z", "z/f"},
		{"a file", []tar.Header{file("f", "x")}, "", "f", "f"},
		{"several", []tar.Header{file("a b/g", "y"), file("c d/f", "x")}, "", "source", "c d/f"},
		{"from here", []tar.Header{{Name: "./", Typeflag: tar.TypeDir}, file("./a/f", "x")}, "", "a", "a/f"},
	} {
		t.Run(test.label, func(t *testing.T) {
			dir := t.TempDir()
			top, err := Extract("x.tar", bytes.NewReader(archive(t, test.headers...)), dir, Extraction{TopDir: test.topDir})
			if err != nil || top != test.top {
				t.Errorf("top %q, %v; want %q", top, err, test.top)
			}
			if got, err := os.ReadFile(filepath.Join(dir, test.file)); err != nil || string(got) != "x" {
				t.Errorf("%s: %q, %v", test.file, got, err)
			}
		})
	}
}

// TestLinksOfAnotherArchive unpacks two archives into one directory: the second one
// may not change what the first one's links count on, unless they are to share it.
func TestLinksOfAnotherArchive(t *testing.T) {
	first := archive(t, tar.Header{Name: "a/b/c/", Typeflag: tar.TypeDir}, link(tar.TypeSymlink, "a/x", "b/c"), link(tar.TypeSymlink, "a/l", "x/../../f"))
	for label, second := range map[string][]tar.Header{
		"replaced": {link(tar.TypeSymlink, "a/x", ".")},
		"through":  {file("a/x/f", "x")},
	} {
		dir := t.TempDir()
		if _, err := Extract("1.tar", bytes.NewReader(first), dir, Extraction{}); err != nil {
			t.Fatal(err)
		}
		_, err := Extract("2.tar", bytes.NewReader(archive(t, second...)), dir, Extraction{})
		var refused *RefusedError
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", label, err)
		}
		if target, err := os.Readlink(filepath.Join(dir, "a/x")); err != nil || target != "b/c" {
			t.Errorf("%s: the link is %q, %v", label, target, err)
		}
	}
	dir := t.TempDir()
	for _, data := range [][]byte{archive(t, tar.Header{Name: "a/b/", Typeflag: tar.TypeDir}, link(tar.TypeSymlink, "a/x", "b")), archive(t, file("a/x/f", "x"), tar.Header{Name: "a/x/", Typeflag: tar.TypeDir})} {
		if _, err := Extract("x.tar", bytes.NewReader(data), dir, Extraction{Merge: true}); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(filepath.Join(dir, "a/b/f")); err != nil || string(got) != "x" {
		t.Errorf("merged: %q, %v", got, err)
	}
}
