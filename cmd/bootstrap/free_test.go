package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// TestGC edits a recipe, so that its first package is of use no more, but for a root
// elsewhere.
func TestGC(t *testing.T) {
	recipes := recipeSet(t, map[string]string{"first": "builddeps: [filesystem]\ninstall: |\n  echo one > %(installroot)/first\n"})
	dir, small := t.TempDir(), filepath.Join(t.TempDir(), "small")
	options := tools(t, recipes, dir)
	must(t, append([]string{"stage3"}, options...)...)
	contains(t, "nothing to do", must(t, append([]string{"gc"}, options...)...), "0.0 MiB freed: 0 files and directories\n")
	must(t, append([]string{"stage3", "--root", small, "first"}, options...)...)
	writeRecipe(t, recipes, "first", "builddeps: [filesystem]\ninstall: |\n  echo two > %(installroot)/first\n")
	must(t, append([]string{"stage3"}, options...)...)
	contains(t, "the report of the root", must(t, "report", "--root", small), "none of 2 packages leans")
	if out := must(t, append([]string{"gc", "--dry-run"}, options...)...); strings.Contains(out, "first") {
		t.Errorf("the root's package is to go:\n%s", out)
	}
	if err := os.RemoveAll(small); err != nil {
		t.Fatal(err)
	}
	dry := must(t, append([]string{"gc", "-n"}, options...)...)
	contains(t, "what would go", dry, "package  ", "store/first-1-1-", "log      ", "logs/first/first-1-1-", "MiB to free: 2 files and directories")
	if again := must(t, append([]string{"gc", "-n"}, options...)...); again != dry {
		t.Errorf("a dry run changed something:\n%s", again)
	}
	var list []store.Removable
	if err := json.Unmarshal([]byte(must(t, append([]string{"gc", "--json"}, options...)...)), &list); err != nil || len(list) != 2 || list[1].Kind != "package" || list[1].Bytes <= 0 {
		t.Errorf("%v: %+v", err, list)
	}
	contains(t, "the plan", must(t, append([]string{"plan"}, options...)...), "nothing to build: 2 packages are in the store")
	contains(t, "the root", must(t, "verify", "--root", "--state", dir), "is as its packages have it")
	// A recipe that can't be read could need anything.
	writeRecipe(t, recipes, "first", "builddeps: [nothing]\n")
	_, errs, code := bootstrap(t, append([]string{"gc"}, options...)...)
	if contains(t, "a wrong recipe", errs, "gc: find out what the recipes need: ", "nothing provides nothing"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
}

func TestClean(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	options, where := tools(t, recipes, dir), "--state="+dir
	must(t, append([]string{"stage3"}, options...)...)
	contains(t, "what would go", must(t, "clean", "--dry-run", where), "root  ", " root\n", "store/filesystem-1-1-", "to free: 7 files and directories")
	contains(t, "the log", must(t, "clean", "logs", where), "freed: 3 files and directories")
	must(t, "clean", where)
	for _, name := range []string{"root", "root.json", "store/*", "logs/*/*"} {
		if left, _ := filepath.Glob(filepath.Join(dir, name)); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "ledger.jsonl")); err != nil {
		t.Error(err)
	}
	must(t, append([]string{"stage3"}, options...)...)
	contains(t, "no state", must(t, "clean", "--state", filepath.Join(dir, "none")), "0.0 MiB freed")
	if _, err := os.Stat(filepath.Join(dir, "none")); err == nil {
		t.Error("clean made a state directory")
	}
}

// TestExport packs a package, and again after another build of it.
func TestExport(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	options := tools(t, recipes, dir)
	file := filepath.Join(t.TempDir(), "first.tar.gz")
	_, errs, code := bootstrap(t, append([]string{"export", "-o", file, "first"}, options...)...)
	if contains(t, "too early", errs, "export: first-1-1 is not in the store; `bootstrap stage3 first` builds it"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	pack := func() []byte {
		must(t, append([]string{"stage3"}, options...)...)
		contains(t, "export", must(t, append([]string{"export", "-o", file, "first"}, options...)...), file+" is written\n")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	one := pack()
	must(t, "clean", "--state", dir)
	if !bytes.Equal(one, pack()) {
		t.Error("another build of the package gives another archive")
	}
	list, err := exec.Command("tar", "-tf", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	contains(t, "the list", string(list), "etc/first-9\n", "usr/share/wildebeest/packages/first.json\n")
	out := must(t, append([]string{"export", "-o", "-", "first"}, options...)...)
	contains(t, "the standard output", out[:512], "\x00")
}
