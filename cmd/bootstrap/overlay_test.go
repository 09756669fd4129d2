package main

import (
	"path/filepath"
	"testing"
)

// TestOverlay lays recipes over the project's, and over one another.
func TestOverlay(t *testing.T) {
	below, above := t.TempDir(), t.TempDir()
	writeRecipe(t, below, "mine", "builddeps: [filesystem]\ninstall: |\n  touch %(installroot)/mine\n")
	writeRecipe(t, above, "filesystem", "install: |\n  mkdir -p %(installroot)/usr/bin %(installroot)/proc %(installroot)/dev %(installroot)/tmp %(installroot)/etc\n")
	options := append([]string{"--recipes", below, "--recipes", above}, tools(t, below, t.TempDir())[3:]...)
	out := must(t, append([]string{"plan", "mine"}, options...)...)
	contains(t, "the plan", out, "filesystem: "+filepath.Join(above, "filesystem/stone.yaml")+" replaces recipes/filesystem/stone.yaml\n", "2 of 2 packages to build")
	contains(t, "the plan as JSON", must(t, append([]string{"plan", "--json", "mine"}, options...)...), `"replaces": "recipes/filesystem/stone.yaml"`)
	contains(t, "lint of all", must(t, "lint", "--recipes", below), " recipes, no mistakes")
	out, _, code := bootstrap(t, "lint", "--no-default-recipes", "--recipes", below)
	if contains(t, "lint of one's own", out, "nothing provides filesystem"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	_, errs, code := bootstrap(t, "lint", "--no-default-recipes")
	if contains(t, "no recipes at all", errs, "lint: --no-default-recipes: name a directory of recipes with --recipes;"); code != 2 {
		t.Errorf("exit %d, want 2", code)
	}
}
