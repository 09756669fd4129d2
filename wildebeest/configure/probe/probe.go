// Package probe is what the readers of build files share: the answers that one C
// library gives to a configuration's checks, and the log of what the configuration
// then does.
package probe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// World answers the checks of a configuration with one C library.
type World interface {
	// Musl reports whether the C library is musl, and Version its version, such as
	// "1.2.6".
	Musl() bool
	Version() string
	// Header and Library say whether a header and a library are there; Maybe is of
	// what no C library has.
	Header(name string) preproc.Tri
	Library(name string) preproc.Tri
	// Symbol says whether one of the headers shows a name, or any where there are none.
	Symbol(name string, headers []string) preproc.Tri
	// Source says whether a test program is built, and what it misses.
	Source(text string) (preproc.Tri, []string)
}

// Cause is a check that fails: what it asks for and where it stands.
type Cause struct {
	Name string
	File string
	At   int // in bytes
}

// Tree is the tree that is configured.
type Tree interface {
	// Read returns the text of a file by its path in the tree.
	Read(path string) (string, bool)
	// Named lists the build files with a base name.
	Named(base string) []string
}

// Log is what a configuration does with one C library.
type Log struct {
	World
	Tree
	Stops   map[string]*Stop       // by where they stand and how that was reached
	Order   []string               // their keys as they were reached
	Sources map[string]preproc.Tri // files that are compiled, by path; No is left out
	Dirs    map[string]preproc.Tri // directories that are configured
	Macros  map[string]preproc.Tri // macros that the configuration defines
	Asked   []Cause                // commands that ask for the release of the C library
	// Conditions are the conditionals that a configuration hands on to its build files.
	Conditions map[string]preproc.Tri
	// Vague says that what some target is compiled from is not known.
	Vague  bool
	Bounds []Bound // what was not followed
	Wants  []Want  // of other packages
	steps  int
}

// Bound is a build file that was not followed to its end, and why.
type Bound struct{ File, Why string }

// maxBounds bounds what is told of that.
const maxBounds = 20

// Bound notes that a file is not followed, once.
func (l *Log) Bound(file, why string) {
	if b := (Bound{file, why}); len(l.Bounds) < maxBounds && !slices.Contains(l.Bounds, b) {
		l.Bounds = append(l.Bounds, b)
	}
}

// Exhausted notes where no steps are left for the configuration that begins with a file.
func (l *Log) Exhausted(file string) {
	if l.steps > maxSteps {
		l.Bound(file, fmt.Sprintf("more than %d steps", maxSteps))
	}
}

// Decide notes whether a conditional holds, where that is reached.
func (l *Log) Decide(name string, holds bool, reached preproc.Tri) {
	switch reached {
	case preproc.Yes:
		l.Conditions[name] = preproc.Truth(holds)
	case preproc.Maybe:
		l.Conditions[name] = preproc.Maybe
	}
}

// Stop is a place where the configuration ends with an error.
type Stop struct {
	File    string
	At      int // in bytes
	Reached preproc.Tri
	Causes  []Cause
}

// New returns an empty log.
func New(w World, t Tree) *Log {
	return &Log{World: w, Tree: t, Stops: map[string]*Stop{}, Sources: map[string]preproc.Tri{}, Dirs: map[string]preproc.Tri{}, Macros: map[string]preproc.Tri{}, Conditions: map[string]preproc.Tri{}}
}

// Bounds of one configuration: what is executed, how deep calls and directories
// nest, and the bytes of a value.
const (
	maxSteps = 400_000
	MaxDepth = 40
	MaxValue = 64 << 10
)

// Step counts what is executed, and reports whether more may be.
func (l *Log) Step() bool {
	l.steps++
	return l.steps <= maxSteps
}

// Error notes an error at a place; key tells apart the ways to it.
func (l *Log) Error(key, file string, at int, reached preproc.Tri, causes []Cause) {
	s := l.Stops[key]
	if s == nil {
		s = &Stop{File: file, At: at}
		l.Stops[key] = s
		l.Order = append(l.Order, key)
	}
	s.Reached = max(s.Reached, reached)
	s.Causes = Join(s.Causes, causes)
}

// Compile notes that a source is compiled, surely or perhaps or not.
func (l *Log) Compile(path string, reached preproc.Tri) { most(l.Sources, path, reached) }

// Enter notes that a directory is configured.
func (l *Log) Enter(dir string, reached preproc.Tri) { most(l.Dirs, dir, reached) }

func most(set map[string]preproc.Tri, key string, reached preproc.Tri) {
	if old, ok := set[key]; !ok || reached > old {
		set[key] = reached
	}
}

// Define notes that a macro is defined, where it is reached. What else happens to
// the macro makes it unknown.
func (l *Log) Define(name string, defined preproc.Tri) {
	if old, ok := l.Macros[name]; ok && old != defined {
		defined = preproc.Maybe
	}
	l.Macros[name] = defined
}

// maxCauses bounds the checks that one value is traced back to.
const maxCauses = 20

// Join returns the causes of both lists, each once.
func Join(a, b []Cause) []Cause {
	if len(a) == 0 {
		return b
	}
	out := a[:len(a):len(a)]
next:
	for _, c := range b {
		for _, old := range a {
			if old == c {
				continue next
			}
		}
		if len(out) < maxCauses {
			out = append(out, c)
		}
	}
	return out
}

// Ldd is what "ldd --version" prints on standard output and on standard error, and
// its exit status, in the form observed on Debian 13 and on musl 1.2.5.
func Ldd(w World) (stdout, stderr string, status int) {
	if w.Musl() {
		return "", "musl libc (x86_64)\nVersion " + w.Version() + "\nDynamic Program Loader\nUsage: ldd [options] [--] pathname\n", 1
	}
	return "ldd (Debian GLIBC " + w.Version() + "-1) " + w.Version() + "\nCopyright (C) 2024 Free Software Foundation, Inc.\nThis is free software; see the source for copying conditions.  There is NO\nwarranty; not even for MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.\nWritten by Roland McGrath and Ulrich Drepper.\n", "", 0
}

// Getconf is what "getconf GNU_LIBC_VERSION" prints, and its exit status.
func Getconf(w World) (stdout string, status int) {
	if w.Musl() {
		return "undefined\n", 0
	}
	return "glibc " + w.Version() + "\n", 0
}

// Answer is what a command prints, its exit status, and the command as a cause of
// what follows from that.
type Answer struct {
	Stdout string
	Status int
	Causes []Cause
}

// Command answers a command at a place that asks which C library there is, and
// reports whether it is one. merged says that standard error is wanted too.
func (l *Log) Command(text string, merged bool, reached preproc.Tri, file string, at int) (a Answer, ok bool) {
	name := ""
	switch {
	case strings.Contains(text, "ldd --version"):
		var stderr string
		name = "ldd --version"
		a.Stdout, stderr, a.Status = Ldd(l)
		if merged {
			a.Stdout += stderr
		}
	case strings.Contains(text, "getconf GNU_LIBC_VERSION"):
		name = "GNU_LIBC_VERSION"
		a.Stdout, a.Status = Getconf(l)
	default:
		return a, false
	}
	a.Causes = []Cause{{Name: name, File: file, At: at}}
	if reached != preproc.No {
		l.Asked = Join(l.Asked, a.Causes)
	}
	return a, true
}

// Library says whether a comparison of something unknown with a word holds because
// of the C library's name, and true where the word is one.
func Library(w World, word string) (preproc.Tri, bool) {
	is := func(b bool) (preproc.Tri, bool) {
		if b {
			return preproc.Yes, true
		}
		return preproc.No, true
	}
	switch strings.ToLower(strings.Trim(word, "*^$.-()[] ")) {
	case "musl", "linux-musl", "musllinux":
		return is(w.Musl())
	case "glibc", "linux-gnu", "gnu libc", "gnu_libc":
		return is(!w.Musl())
	}
	return preproc.Maybe, false
}
