// Package configure tells what the configuration of a tree does on musl that it does
// not on glibc: it follows the build files of CMake, Meson and Autoconf twice, each
// time with the answers that one of the two libraries gives to their checks.
package configure

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/configure/autoconf"
	"github.com/serpent-os/wildebeest/wildebeest/configure/automake"
	"github.com/serpent-os/wildebeest/wildebeest/configure/cmake"
	"github.com/serpent-os/wildebeest/wildebeest/configure/meson"
	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// Demand is a check whose failure ends the configuration on musl alone.
type Demand struct {
	Name   string // of what is missing: a header, a function, "-lX", or a command
	File   string
	At     int  // in bytes
	Unsure bool // what else decides can't be known
}

// Result is what a configuration does on musl.
type Result struct {
	Demands []Demand
	// Macros are those that the configuration defines on one of the two libraries
	// alone, or on neither unless it is given an option.
	Macros map[string]Defined
	// leftOut are sources and directories that are compiled on neither, or on
	// glibc alone.
	leftOut, compiled, dirs map[string]bool
	// Wants are what the configurations look for of other packages.
	Wants []probe.Want
	// Bounds are build files that were not followed to their end, and why.
	Bounds []probe.Bound
}

// Defined says whether a macro is defined.
type Defined struct{ Musl, Glibc preproc.Tri }

// LeftOut reports whether the build on musl leaves a file out.
func (r *Result) LeftOut(file string) bool {
	if r == nil || r.compiled[file] {
		return false
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if r.dirs[dir] {
			return true
		}
	}
	return r.leftOut[file]
}

// Compiles reports whether the build on musl is known to compile a file.
func (r *Result) Compiles(file string) bool { return r != nil && r.compiled[file] }

// Run follows all configurations of a tree, whose build files are named. The tree is
// read by two goroutines.
func Run(tree probe.Tree, files []string, musl, glibc probe.World) *Result {
	r := &Result{Macros: map[string]Defined{}, leftOut: map[string]bool{}, compiled: map[string]bool{}, dirs: map[string]bool{}}
	begins, more := roots(files)
	if more != "" {
		r.Bounds = append(r.Bounds, probe.Bound{File: more, Why: fmt.Sprintf("more than %d configurations", maxRoots)})
	}
	for _, begin := range begins {
		m, g := probe.New(musl, tree), probe.New(glibc, tree)
		var both sync.WaitGroup
		both.Go(func() { begin(m) })
		both.Go(func() { begin(g) })
		both.Wait()
		r.compare(m, g)
	}
	slices.SortFunc(r.Demands, func(a, b Demand) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.At, b.At), cmp.Compare(a.Name, b.Name))
	})
	r.Demands = slices.Compact(r.Demands)
	return r
}

// maxRoots bounds the configurations of a tree that are followed.
const maxRoots = 50

// roots are the configurations of a tree: a build file in whose directory's parents
// there is none of its kind. more is the first that is not followed.
func roots(files []string) (out []func(*probe.Log), more string) {
	seen := map[string]bool{}
	begins := func(file, kind string) bool {
		for dir := path.Dir(file); dir != "."; {
			dir = path.Dir(dir)
			if seen[kind+dir] {
				return false
			}
		}
		seen[kind+path.Dir(file)] = true
		return true
	}
	var definitions []string
	for _, file := range files {
		if path.Ext(file) == ".m4" {
			definitions = append(definitions, file)
		}
	}
	byDepth := slices.Clone(files)
	slices.SortStableFunc(byDepth, func(a, b string) int { return cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")) })
	for _, file := range byDepth {
		var begin func(*probe.Log)
		switch base := path.Base(file); {
		case base == meson.File && begins(file, base):
			begin = func(l *probe.Log) { meson.Run(l, path.Dir(file)) }
		case base == cmake.File && begins(file, base):
			begin = func(l *probe.Log) { cmake.Run(l, path.Dir(file)) }
		case slices.Contains(autoconf.Files, base):
			begin = func(l *probe.Log) {
				autoconf.Run(l, file, definitions)
				automake.Run(l, path.Dir(file))
			}
		default:
			continue
		}
		if len(out) >= maxRoots {
			return out, file
		}
		out = append(out, func(l *probe.Log) {
			begin(l)
			l.Exhausted(file)
		})
	}
	return out, ""
}

// compare adds what a configuration does differently with the two libraries.
func (r *Result) compare(musl, glibc *probe.Log) {
	cut := len(musl.Bounds) > 0
	r.Wants = append(r.Wants, musl.Wants...)
	for _, b := range musl.Bounds {
		if !slices.Contains(r.Bounds, b) {
			r.Bounds = append(r.Bounds, b)
		}
	}
	if !musl.Vague && !cut {
		for file, reached := range glibc.Sources {
			if _, named := musl.Sources[file]; !named && reached != preproc.No {
				r.leftOut[file] = true // on musl no target has it
			}
		}
	}
	told := map[probe.Cause]bool{}
	for _, key := range musl.Order {
		m, g := musl.Stops[key], preproc.No
		if s := glibc.Stops[key]; s != nil {
			g = s.Reached
		}
		if m.Reached <= g {
			continue
		}
		for _, c := range slices.Compact(m.Causes) {
			told[c] = true
			if c.At == 0 && c.File == "" {
				c.File, c.At = m.File, m.At
			}
			r.Demands = append(r.Demands, Demand{c.Name, c.File, c.At, cut || m.Reached != preproc.Yes})
		}
		if len(m.Causes) == 0 {
			r.Demands = append(r.Demands, Demand{"error", m.File, m.At, cut || m.Reached != preproc.Yes})
		}
	}
	for _, c := range musl.Asked {
		if !told[c] {
			r.Demands = append(r.Demands, Demand{c.Name, c.File, c.At, true})
		}
	}
	for name, m := range musl.Macros {
		if g, ok := glibc.Macros[name]; ok && (g != m || m == preproc.No) {
			r.Macros[name] = Defined{m, g}
		}
	}
	for file, reached := range musl.Sources {
		if reached == preproc.No {
			r.leftOut[file] = true
		} else {
			r.compiled[file] = true
		}
	}
	for dir, reached := range musl.Dirs {
		if reached == preproc.No {
			r.dirs[dir] = true
		}
	}
}
