package main

import "testing"

func TestLint(t *testing.T) {
	recipes := recipeSet(t, map[string]string{"good": "install: true\n", "poor": "builddeps: [nothing, poor]\ninstall: true\n"})
	out, _, code := bootstrap(t, "lint", "--recipes", recipes)
	contains(t, "lint", out, "poor/stone.yaml:4: nothing provides nothing", "poor/stone.yaml:4: dependency cycle: poor → poor")
	if code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	_, errs, code := bootstrap(t, append([]string{"stage3"}, tools(t, recipes, t.TempDir())...)...)
	if contains(t, "stage3", errs, "2 mistakes in the recipes\n", "poor/stone.yaml:4: nothing provides nothing"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	contains(t, "lint of the project's own", must(t, "lint"), "no mistakes")
}
