// Package lint finds mistakes in recipes that show only when a package is built,
// or later: shell that does not parse, files that are written past the install
// root, dependencies that lack or stand twice, licences that nobody knows.
package lint

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// A check finds mistakes of one kind in a recipe of the set.
type check func(*plan.Set, *recipe.Recipe) recipe.Problems

// checks are all of them; those of sections are in section.go.
var checks = []check{directory, doubles, licences, upstreams, sections, compiler}

// Recipe returns all that is wrong with one recipe of the set, by line. Of a recipe
// that can't be read, it is what the set says.
func Recipe(set *plan.Set, r *recipe.Recipe) recipe.Problems {
	found := slices.Clone(set.Of(r))
	if r.Line("name") == 0 {
		return found
	}
	for _, check := range checks {
		found = append(found, check(set, r)...)
	}
	return found
}

// problem is a mistake at a line of a recipe.
func problem(r *recipe.Recipe, line int, format string, args ...any) recipe.Problem {
	return recipe.Problem{File: r.File, Line: line, Text: fmt.Sprintf(format, args...)}
}

// directory finds a recipe whose directory has another name than the package.
func directory(_ *plan.Set, r *recipe.Recipe) recipe.Problems {
	file, err := filepath.Abs(r.File)
	if err != nil {
		return recipe.Problems{problem(r, 0, "%v", err)}
	}
	if dir := path.Base(path.Dir(file)); dir != r.Name {
		return recipe.Problems{problem(r, r.Line("name"), "name %s: the directory is called %s; give both one name", r.Name, dir)}
	}
	return nil
}

// doubles finds items that a list has twice.
func doubles(_ *plan.Set, r *recipe.Recipe) recipe.Problems {
	var found recipe.Problems
	for _, list := range []struct {
		key   string
		items []string
	}{
		{"builddeps", r.BuildDeps}, {"checkdeps", r.CheckDeps}, {"rundeps", r.RunDeps},
		{"provides", r.Provides}, {"patches", r.PatchFiles},
	} {
		for i, item := range list.items {
			if first := slices.Index(list.items, item); first < i {
				found = append(found, problem(r, r.ItemLine(list.key, i), "%s: %s stands in line %d already; remove one", list.key, item, r.ItemLine(list.key, first)))
			}
		}
	}
	return found
}
