package plan

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/headers"
)

// A Set is recipes, and what is wrong with them: their own mistakes, dependencies
// that nothing provides, modules that libwildebeest does not have, and packages
// that need themselves. A mistake stops the plans of what needs that recipe.
type Set struct {
	recipes  []*recipe.Recipe // sorted by name
	byName   map[string]*recipe.Recipe
	mistakes map[string]recipe.Problems // by the recipe's file
}

// Resolve makes a set of recipes with different names.
func Resolve(recipes []*recipe.Recipe) (*Set, error) {
	s := &Set{byName: make(map[string]*recipe.Recipe), mistakes: make(map[string]recipe.Problems)}
	for _, r := range recipes {
		s.byName[r.Name] = r
	}
	s.recipes = slices.SortedFunc(maps.Values(s.byName), func(a, b *recipe.Recipe) int { return strings.Compare(a.Name, b.Name) })
	modules, err := moduleNames()
	if err != nil {
		return nil, err
	}
	for _, r := range s.recipes {
		s.mistakes[r.File] = slices.Clone(r.Mistakes)
	}
	for _, problem := range append(s.missing(modules), s.cycles()...) {
		s.mistakes[problem.File] = append(s.mistakes[problem.File], problem)
	}
	return s, nil
}

// Problems are all that is wrong with the set.
func (s *Set) Problems() recipe.Problems { return s.of(s.recipes) }

// of are the problems of some recipes.
func (s *Set) of(recipes []*recipe.Recipe) recipe.Problems {
	var found recipe.Problems
	for _, r := range recipes {
		found = append(found, s.mistakes[r.File]...)
	}
	return found
}

// Of are the problems of one recipe of the set.
func (s *Set) Of(r *recipe.Recipe) recipe.Problems { return s.mistakes[r.File] }

// Get is the recipe of a package, or nil.
func (s *Set) Get(name string) *recipe.Recipe { return s.byName[name] }

// Needs are the recipes of all that has to be built for these, themselves among
// them, sorted by name.
func (s *Set) Needs(recipes ...*recipe.Recipe) []*recipe.Recipe {
	seen := make(map[*recipe.Recipe]bool)
	var visit func(*recipe.Recipe)
	visit = func(r *recipe.Recipe) {
		if r == nil || seen[r] {
			return
		}
		seen[r] = true
		for _, dep := range r.Dependencies() {
			visit(s.provider(dep.Wanted))
		}
	}
	for _, r := range recipes {
		visit(r)
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b *recipe.Recipe) int { return strings.Compare(a.Name, b.Name) })
}

// Sees are the recipes of what a package's build sees: what its recipe names, and
// what that needs at run time.
func (s *Set) Sees(r *recipe.Recipe) []*recipe.Recipe {
	var seen []*recipe.Recipe
	var add func(wanted []string)
	add = func(wanted []string) {
		for _, name := range wanted {
			if next := s.provider(name); next != nil && !slices.Contains(seen, next) {
				seen = append(seen, next)
				add(next.RunDeps)
			}
		}
	}
	add(slices.Concat(r.BuildDeps, r.CheckDeps, r.RunDeps))
	return seen
}

// Recipes are the recipes of the set, sorted by name.
func (s *Set) Recipes() []*recipe.Recipe { return s.recipes }

// Names are the packages of the set, sorted.
func (s *Set) Names() []string {
	var names []string
	for _, r := range s.recipes {
		names = append(names, r.Name)
	}
	return names
}

// Provides tells whether a recipe provides what a dependency names.
func (s *Set) Provides(wanted string) bool { return s.provider(wanted) != nil }

// provider is the recipe of the package of that name, or the first by name that
// provides it, or nil.
func (s *Set) provider(wanted string) *recipe.Recipe {
	if r := s.byName[wanted]; r != nil {
		return r
	}
	for _, r := range s.recipes {
		for _, pattern := range r.Provides {
			if ok, _ := path.Match(pattern, wanted); ok {
				return r
			}
		}
	}
	return nil
}

func moduleNames() (map[string]bool, error) {
	modules, err := headers.Modules()
	if err != nil {
		return nil, err
	}
	names := map[string]bool{"": true} // the whole library
	for _, name := range headers.Names(modules) {
		names[name] = true
	}
	return names, nil
}

// missing finds the dependencies that nothing provides. The recipe of
// libwildebeest provides modules by a pattern, so their names are checked too.
func (s *Set) missing(modules map[string]bool) recipe.Problems {
	var found recipe.Problems
	for _, r := range s.recipes {
		for _, dep := range r.Dependencies() {
			if s.provider(dep.Wanted) == nil {
				found = append(found, dep.Problem("nothing provides %s; add a recipe for it, or correct the name", dep.Wanted))
			}
			if module, ok := recipe.Module(dep.Wanted); ok && !modules[module] {
				found = append(found, dep.Problem("%s", noModule(module)))
			}
		}
	}
	return found
}

// noModule says that a module does not exist, or no longer under this name.
func noModule(module string) string {
	renamed, err := headers.Renamed()
	if err != nil {
		return err.Error()
	}
	if today, ok := renamed[module]; ok {
		return fmt.Sprintf("module %s of %s is now called %s; write pkgconfig(%s-%s)", module, recipe.Library, today, recipe.Library, today)
	}
	return fmt.Sprintf("%s has no module %s; `wildebeest list` names them", recipe.Library, module)
}

// cycles finds each dependency that leads back to the package where the search
// came from.
func (s *Set) cycles() recipe.Problems {
	var found recipe.Problems
	done := make(map[*recipe.Recipe]bool)
	var chain []*recipe.Recipe
	var visit func(*recipe.Recipe)
	visit = func(r *recipe.Recipe) {
		chain = append(chain, r)
		for _, dep := range r.Dependencies() {
			next := s.provider(dep.Wanted)
			if next == nil || done[next] {
				continue
			}
			if i := slices.Index(chain, next); i >= 0 {
				found = append(found, dep.Problem("dependency cycle: %s", cycleText(chain[i:])))
				continue
			}
			visit(next)
		}
		chain = chain[:len(chain)-1]
		done[r] = true
	}
	for _, r := range s.recipes {
		if !done[r] {
			visit(r)
		}
	}
	return found
}

// cycleText writes a cycle of recipes as a → b → a.
func cycleText(chain []*recipe.Recipe) string {
	var names []string
	for _, r := range append(slices.Clone(chain), chain[0]) {
		names = append(names, r.Name)
	}
	return strings.Join(names, " → ")
}

// Named is the recipe of a package. The error names the packages there are.
func (s *Set) Named(name string) (*recipe.Recipe, error) {
	if r := s.byName[name]; r != nil {
		return r, nil
	}
	return nil, fmt.Errorf("no recipe for %s; there are %s", name, strings.Join(s.Names(), ", "))
}
