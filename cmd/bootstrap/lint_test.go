package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLint(t *testing.T) {
	recipes := recipeSet(t, map[string]string{"good": "builddeps: [filesystem]\ninstall: touch %(installroot)/good\n", "poor": "builddeps: [nothing, poor]\ninstall: true\n"})
	out, _, code := bootstrap(t, "lint", "--no-default-recipes", "--recipes", recipes)
	contains(t, "lint", out, "poor/stone.yaml:4: nothing provides nothing", "poor/stone.yaml:4: dependency cycle: poor → poor")
	if code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	_, errs, code := bootstrap(t, append([]string{"stage3"}, tools(t, recipes, t.TempDir())...)...)
	if contains(t, "stage3", errs, "2 mistakes in the recipes\n", "poor/stone.yaml:4: nothing provides nothing"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	// What does not need it is planned, checked and built.
	options := tools(t, recipes, t.TempDir())
	contains(t, "the plan of another", must(t, append([]string{"plan", "good"}, options...)...), "2 of 2 packages to build")
	contains(t, "stage3 of another", must(t, append([]string{"stage3", "good"}, options...)...), "good 1 built")
	contains(t, "lint of another", must(t, "lint", "--no-default-recipes", "--recipes", recipes, "good", "filesystem"), "2 recipes, no mistakes")
	contains(t, "lint of the project's own", must(t, "lint"), "no mistakes")
}

// TestLintOfOneRecipe names a recipe in each of the ways there are.
func TestLintOfOneRecipe(t *testing.T) {
	dir := t.TempDir()
	writeRecipe(t, dir, "hello", "builddeps: [bash, bash]\nlicence: MIT\nbuild: |\n  if true\ninstall: |\n  echo > /etc/x\n")
	want := []string{"stone.yaml:4: builddeps: bash stands in line 4 already", "stone.yaml:5: unknown key licence; did you mean license?",
		"stone.yaml:7: build: shell: ", "stone.yaml:9: install: writes /etc/x, which is no part of the package"}
	file := filepath.Join(dir, "hello/stone.yaml")
	for _, name := range []string{file, filepath.Dir(file), filepath.Dir(file) + "/"} {
		out, errs, code := bootstrap(t, "lint", name)
		contains(t, name, out, want...)
		if lines := strings.Count(out, "\n"); lines != len(want) || code != 1 || errs != "" {
			t.Errorf("%s: exit %d, %d lines\n%s%s", name, code, lines, out, errs)
		}
	}
	out, _, code := bootstrap(t, "lint", "--json", file)
	var list []struct {
		File, Message string
		Line          int
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != len(want) || list[1].Line != 5 || list[1].File != file || code != 1 {
		t.Errorf("exit %d, %v\n%s", code, err, out)
	}
	if out := must(t, "lint", "--json", "zlib"); out != "[]\n" {
		t.Errorf("no mistakes as JSON: %q", out)
	}
	if err := os.WriteFile(file, []byte("name: [\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, _, code := bootstrap(t, "lint", file); code != 1 || !strings.HasPrefix(out, file+":") {
		t.Errorf("no YAML: exit %d\n%s", code, out)
	}
	out, _, code = bootstrap(t, "lint", filepath.Join(dir, "none/stone.yaml"))
	if contains(t, "no file", out, "none/stone.yaml: no such file or directory\n"); code != 1 {
		t.Errorf("no file: exit %d", code)
	}
	if _, errs, code := bootstrap(t, "lint", "zlob"); code != 1 || !strings.Contains(errs, "no recipe for zlob") {
		t.Errorf("an unknown package: exit %d\n%s", code, errs)
	}
}
