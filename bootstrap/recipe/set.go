package recipe

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
)

// Library is the name that libwildebeest's dependencies begin with.
const Library = "libwildebeest"

// A Set finds the recipes of packages and of what they provide.
type Set struct {
	recipes []*Recipe // sorted by name
	byName  map[string]*Recipe
	doubles []*Recipe // those whose name another has
}

// NewSet makes a set of recipes; where two have one name, the first is in it.
func NewSet(recipes []*Recipe) *Set {
	s := &Set{byName: make(map[string]*Recipe)}
	for _, r := range recipes {
		if s.byName[r.Name] == nil {
			s.byName[r.Name] = r
		} else {
			s.doubles = append(s.doubles, r)
		}
	}
	s.recipes = slices.SortedFunc(maps.Values(s.byName), func(a, b *Recipe) int { return strings.Compare(a.Name, b.Name) })
	return s
}

// Names are the packages, sorted.
func (s *Set) Names() []string {
	var names []string
	for _, r := range s.recipes {
		names = append(names, r.Name)
	}
	return names
}

// Get is the recipe of a package, or nil.
func (s *Set) Get(name string) *Recipe { return s.byName[name] }

// Provider is the recipe of the package of that name, or the first by name that
// provides it, or nil.
func (s *Set) Provider(wanted string) *Recipe {
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

// Module tells whether a dependency is on libwildebeest, and on which module of
// it; "" is all.
func Module(wanted string) (module string, ok bool) {
	name, isPC := strings.CutPrefix(wanted, "pkgconfig(")
	if !isPC {
		return "", false
	}
	name = strings.TrimSuffix(name, ")")
	if name == Library {
		return "", true
	}
	return strings.CutPrefix(name, Library+"-")
}

// A dependency is one item of builddeps or rundeps.
type dependency struct {
	wanted string
	line   int
}

func (r *Recipe) dependencies() []dependency {
	var all []dependency
	for i, wanted := range r.BuildDeps {
		all = append(all, dependency{wanted, r.lines.item("builddeps", i)})
	}
	for i, wanted := range r.RunDeps {
		all = append(all, dependency{wanted, r.lines.item("rundeps", i)})
	}
	return all
}

// check finds what is wrong with recipes together: two of one name, dependencies
// that nothing provides, and cycles.
func (s *Set) check() Problems {
	var found Problems
	modules, err := headers.Modules()
	if err != nil {
		return Problems{{Library, 0, err.Error()}}
	}
	for _, r := range s.doubles {
		found = append(found, Problem{r.File, r.lines.of("name"), fmt.Sprintf("package %s has a recipe already, %s; remove or rename one", r.Name, s.byName[r.Name].File)})
	}
	for _, r := range s.recipes {
		for _, dep := range r.dependencies() {
			if s.Provider(dep.wanted) == nil {
				found = append(found, Problem{r.File, dep.line, fmt.Sprintf("nothing provides %s; add a recipe for it, or correct the name", dep.wanted)})
			}
			if text := wrongModule(modules, dep.wanted); text != "" {
				found = append(found, Problem{r.File, dep.line, text})
			}
		}
	}
	return append(found, s.cycles()...)
}

// wrongModule says what is wrong with a dependency on a module of libwildebeest
// that does not exist, or no longer under this name; else it is empty.
func wrongModule(modules []headers.Module, wanted string) string {
	module, ok := Module(wanted)
	if !ok || module == "" || slices.ContainsFunc(modules, func(m headers.Module) bool { return m.Name == module }) {
		return ""
	}
	if renamed, err := headers.Renamed(); err != nil {
		return err.Error()
	} else if today, ok := renamed[module]; ok {
		return fmt.Sprintf("module %s of %s is now called %s; write pkgconfig(%s-%s)", module, Library, today, Library, today)
	}
	return fmt.Sprintf("%s has no module %s; `wildebeest list` names them", Library, module)
}

// cycles finds each dependency that leads back to where it came from.
func (s *Set) cycles() Problems {
	var found Problems
	done := make(map[*Recipe]bool)
	var chain []*Recipe
	var visit func(*Recipe)
	visit = func(r *Recipe) {
		chain = append(chain, r)
		for _, dep := range r.dependencies() {
			next := s.Provider(dep.wanted)
			if next == nil || done[next] {
				continue
			}
			if i := slices.Index(chain, next); i >= 0 {
				found = append(found, Problem{r.File, dep.line, "dependency cycle: " + Cycle(chain[i:])})
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

// Cycle writes a cycle of recipes as a → b → a.
func Cycle(chain []*Recipe) string {
	var names []string
	for _, r := range append(slices.Clone(chain), chain[0]) {
		names = append(names, r.Name)
	}
	return strings.Join(names, " → ")
}
