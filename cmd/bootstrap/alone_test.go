package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestRootStandsAlone has a package that writes stage2's path into a file.
func TestRootStandsAlone(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	options := tools(t, recipes, dir)
	writeRecipe(t, recipes, "third", "builddeps: [filesystem]\ninstall: |\n  mkdir -p %(installroot)/etc\n  echo SHELL=$BASH > %(installroot)/etc/third\n")
	for _, label := range []string{"the first run", "a run without a change"} {
		_, errs, code := bootstrap(t, append([]string{"stage3"}, options...)...)
		contains(t, label, errs, "1 references from", `/etc/third: bytes "SHELL=/serpent/usr/bin/bash"`, "exceptions.tsv")
		if code != 1 {
			t.Errorf("%s: exit %d, want 1", label, code)
		}
	}
	out, _, code := bootstrap(t, "alone", "--state", dir)
	if contains(t, "alone", out, `/etc/third: bytes "SHELL=/serpent/usr/bin/bash"`); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	// Whatever became of the file of the last check, the check is not lost.
	if err := os.WriteFile(filepath.Join(dir, "alone.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, errs, code := bootstrap(t, append([]string{"stage3"}, options...)...); code != 1 {
		t.Errorf("exit %d, want 1: %s", code, errs)
	}
	writeRecipe(t, recipes, "third", "builddeps: [filesystem]\ninstall: |\n  mkdir -p %(installroot)/etc\n  echo SHELL=/bin/sh > %(installroot)/etc/third\n")
	must(t, append([]string{"stage3"}, options...)...)
	contains(t, "alone", must(t, "alone", "--state", dir), "nothing in "+dir+"/root refers to /serpent")
}
