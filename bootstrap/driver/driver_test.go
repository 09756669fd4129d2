package driver

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// writeTree makes files below a new directory.
func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// options are of two recipes, a stage2 tree of the user's own and one tool.
func options(t *testing.T) Options {
	t.Helper()
	rest := "release: 1\ninstall: x\n"
	recipes, err := Dir(writeTree(t, map[string]string{
		"tool/stone.yaml": "name: tool\nupstreams:\n  - self:tool\n" + rest,
		"user/stone.yaml": "name: user\nversion: 1\nbuilddeps: [tool]\n" + rest,
	}))
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		State: filepath.Join(t.TempDir(), "state"), Stage2: writeTree(t, map[string]string{"usr/bin/bash": ""}),
		Recipes: []recipe.Dir{recipes}, Tools: writeTree(t, map[string]string{"tool": "bytes"}),
	}
}

func TestLookWritesNothing(t *testing.T) {
	o := options(t)
	view, err := Look(o)
	if err != nil {
		t.Fatal(err)
	}
	p, err := view.Plan()
	if err != nil || strings.Join(p.Names(), " ") != "tool user" {
		t.Errorf("%v, %v", p, err)
	}
	if _, err := os.Stat(o.State); err == nil {
		t.Error("looking made the state directory")
	}
}

func TestKeysFollowTheTools(t *testing.T) {
	o := options(t)
	key := func() string {
		view, err := Look(o)
		if err != nil {
			t.Fatal(err)
		}
		p, err := view.Plan("user")
		if err != nil {
			t.Fatal(err)
		}
		return p.Last().Key
	}
	before := key()
	if again := key(); again != before {
		t.Errorf("the key changed from %s to %s", before, again)
	}
	if err := os.WriteFile(filepath.Join(o.Tools, "tool"), []byte("other"), 0o755); err != nil {
		t.Fatal(err)
	}
	if key() == before {
		t.Error("another tool gives the same key")
	}
}

func TestOpenLocksAndUnlocks(t *testing.T) {
	o := options(t)
	d, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	if d.Builder.Jobs < 1 {
		t.Errorf("%d jobs", d.Builder.Jobs)
	}
	if _, err := Open(o); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("a second driver of one state: %v", err)
	}
	d.Close()
	o.Stage2 = t.TempDir() // no stage2 is in it
	if _, err := Open(o); err == nil {
		t.Fatal("a driver without stage2")
	}
	state, err := store.Open(o.State)
	if err != nil {
		t.Fatal(err)
	}
	if err := state.Lock(); err != nil {
		t.Errorf("a driver that did not open left its lock: %v", err)
	}
	state.Unlock()
}

func TestNoDirectoryOfRecipes(t *testing.T) {
	file := filepath.Join(writeTree(t, map[string]string{"f": ""}), "f")
	if _, err := Dir(file); err == nil || !strings.Contains(err.Error(), "not a directory; expected NAME/stone.yaml below it") {
		t.Errorf("got %v", err)
	}
}
