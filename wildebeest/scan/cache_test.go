package scan

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// keyOf returns the key of a tree for a precision and the machine's header
// directory.
func keyOf(t *testing.T, tree, headers string, when Precision) string {
	t.Helper()
	src, err := srctree.Open(t.Context(), tree)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	opt := Options{Target: "musl-1.2.3", Precise: when}
	s, err := newScanner(opt, preproc.NewConfiguration(nil))
	if err != nil {
		t.Fatal(err)
	}
	s.dirs, s.dirsErr = []string{headers}, nil
	key, err := s.key(context.Background(), src, opt)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// TestKeyOfHeaders: what the parser may include belongs to the key, unless the
// parser never runs.
func TestKeyOfHeaders(t *testing.T) {
	tree, headers := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(tree, "a.c"), "int a;\n")
	write(filepath.Join(headers, "argp.h"), "int argp;\n")
	auto, never := keyOf(t, tree, headers, Auto), keyOf(t, tree, headers, Never)
	if again := keyOf(t, tree, headers, Auto); again != auto {
		t.Error("the same tree and headers have two keys")
	}
	if other := keyOf(t, tree, t.TempDir(), Auto); other == auto {
		t.Error("another header directory has the same key")
	}
	write(filepath.Join(headers, "argp.h"), "int argp, more;\n")
	if changed := keyOf(t, tree, headers, Auto); changed == auto {
		t.Error("a changed header leaves the key")
	}
	if same := keyOf(t, tree, headers, Never); same != never {
		t.Error("a changed header changes a key that no parser has to do with")
	}
}
