package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/tsv"
)

func rowsByName(t *testing.T) map[string]row {
	t.Helper()
	rows, err := readTable(".")
	if err != nil {
		t.Fatal(err)
	}
	byName := make(map[string]row)
	for _, r := range rows {
		if _, ok := byName[r.Package]; ok {
			t.Errorf("packages.tsv has two rows of %s", r.Package)
		}
		byName[r.Package] = r
	}
	return byName
}

func allRecipes(t *testing.T) *plan.Set {
	t.Helper()
	here, err := driver.Dir(".")
	if err != nil {
		t.Fatal(err)
	}
	all, err := driver.Recipes(driver.Project(), here)
	if err == nil {
		err = all.Problems().Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func modules(t *testing.T) map[string]bool {
	t.Helper()
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	names := make(map[string]bool)
	for _, m := range all {
		names[m.Name] = true
	}
	return names
}

// TestTableIsOfTheRecipes holds the committed results against the recipes: a
// package that was added or changed has to be built again.
func TestTableIsOfTheRecipes(t *testing.T) {
	rows, all, known := rowsByName(t), allRecipes(t), modules(t)
	names := subjects(all.Recipes())
	plan, err := all.Plan(names, plan.Inputs{Self: func(string) (string, error) { return "", nil }})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range plan.Steps {
		name := step.Recipe.Name
		if !slices.Contains(names, name) {
			continue
		}
		r, ok := rows[name]
		delete(rows, name)
		switch {
		case !ok:
			t.Errorf("packages.tsv has no row of %s: run `make packages`", name)
		case r.Version != step.Recipe.Version || !slices.Equal(r.Declared, step.Modules):
			t.Errorf("packages.tsv has %s %s with %v, its recipe %s with %v: run `make packages`", name, r.Version, r.Declared, step.Recipe.Version, step.Modules)
		case r.With != fine:
			t.Errorf("%s does not build with libwildebeest: %s", name, r.With)
		case r.Without != fine && !strings.HasPrefix(r.Without, failure("")):
			t.Errorf("%s without libwildebeest is %q, want %q or a failure", name, r.Without, fine)
		}
		for _, module := range slices.Concat(step.Modules, r.Linked) {
			if !known[module] {
				t.Errorf("%s: there is no module %q", name, module)
			}
		}
	}
	for name := range rows {
		t.Errorf("packages.tsv has a row of %s, which has no recipe", name)
	}
	if len(names) < 20 {
		t.Errorf("%d packages, want at least 20", len(names))
	}
}

func TestMarkdownIsOfTheTable(t *testing.T) {
	rows, err := readTable(".")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("packages.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != markdown(rows) {
		t.Error("packages.md is not what packages.tsv gives: run `make packages`")
	}
}

// TestDemandIsExercised makes sure that every module that answers one of the 60
// things asked for most is declared by a package, or has a reason why not.
func TestDemandIsExercised(t *testing.T) {
	known, declared := modules(t), make(map[string]bool)
	for _, r := range rowsByName(t) {
		for _, module := range r.Declared {
			declared[module] = true
		}
	}
	rank := 0
	err := tsv.ReadFile("demand.tsv", 4, func(cells []string) error {
		rank++
		if cells[0] != strconv.Itoa(rank) {
			return fmt.Errorf("the row is of rank %s, want %d", cells[0], rank)
		}
		answers, reason := unlist(cells[2]), cells[3]
		missing := slices.DeleteFunc(slices.Clone(answers), func(m string) bool { return declared[m] })
		switch {
		case len(answers) == 0 && reason == "":
			t.Errorf("rank %d, %s: neither a module nor a reason", rank, cells[1])
		case len(missing) > 0 && reason == "":
			t.Errorf("rank %d, %s: no package declares %v, and there is no reason", rank, cells[1], missing)
		case len(answers) > 0 && len(missing) == 0 && reason != "":
			t.Errorf("rank %d, %s: packages declare %v; the reason is out of date", rank, cells[1], answers)
		}
		for _, module := range answers {
			if !known[module] {
				t.Errorf("rank %d, %s: there is no module %q", rank, cells[1], module)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if rank != 60 {
		t.Errorf("demand.tsv ends at rank %d, want 60", rank)
	}
}

// patching finds what would change a source in place.
var patching = regexp.MustCompile(`\bpatch\b|\bsed (-\w+ )*(-i|--in-place)|\bed\b`)

func TestSourcesAreNotPatched(t *testing.T) {
	for _, r := range allRecipes(t).Recipes() {
		for _, section := range []string{r.Environment, r.Setup, r.Build, r.Check} {
			if found := patching.FindString(section); found != "" {
				t.Errorf("%s: %q changes a source", r.File, found)
			}
		}
	}
}

func TestTidy(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"../src/main.c:12:3: fatal error: 'argp.h' file not found", "main.c: fatal error: 'argp.h' file not found"},
		{"ld.lld: error: undefined symbol: getcontext", "ld.lld: error: undefined symbol: getcontext"},
		{"a\tb | c", "a b / c"},
		{strings.Repeat("ä", 101), strings.Repeat("ä", 99) + "…"},
	} {
		if got := tidy(test.text); got != test.want {
			t.Errorf("tidy(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
