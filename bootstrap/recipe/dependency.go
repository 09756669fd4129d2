package recipe

import (
	"fmt"
	"strings"
)

// Library is the package that dependencies on modules are dependencies on.
const Library = "libwildebeest"

// Module tells whether a dependency is on libwildebeest, and on which module of
// it; "" is the whole library.
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

// A Dependency is one item of builddeps or rundeps.
type Dependency struct {
	Wanted string // a package, or what one provides
	File   string // the recipe's
	Line   int    // from 1
}

// Problem is a mistake at the dependency's line of the recipe.
func (d Dependency) Problem(format string, args ...any) Problem {
	return Problem{File: d.File, Line: d.Line, Text: fmt.Sprintf(format, args...)}
}

// Dependencies are the recipe's builddeps, its checkdeps and then its rundeps.
func (r *Recipe) Dependencies() []Dependency {
	var all []Dependency
	for _, list := range []struct {
		key   string
		items []string
	}{{"builddeps", r.BuildDeps}, {"checkdeps", r.CheckDeps}, {"rundeps", r.RunDeps}} {
		for i, wanted := range list.items {
			all = append(all, Dependency{wanted, r.File, r.lines.item(list.key, i)})
		}
	}
	return all
}

// Runtime is the package of the compiler's run time: what every linked program has.
const Runtime = "compiler-rt"
