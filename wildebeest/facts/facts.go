// Package facts reads one file by itself: includes, conditions, and the words of
// a vocabulary with the form they stand in. Any bytes give an answer.
package facts

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// File is what one file says, by itself: what it includes, which names of the
// database stand in it and how, and which of them it defines.
type File struct {
	Path     string
	Header   bool // has a header's name, or is included by another file
	Cpp      bool
	Build    rules.BuildKind  // of a build file; "" is a source
	Features preproc.Features // what a build file asks the library for
	Asking   []FeatureMacro   // and a source
	Includes []Include
	Uses     []Use
	Defs     []Def
	Sites    []Site
	Errors   []Place // #error that glibc never meets
	Guards   []Place // #if on glibc's name that musl decides otherwise
	Switches []Switch
	conds    []cond
	groups   []group
	Local    map[NameID]bool // names that are a local variable or parameter somewhere in the file
	Callable map[NameID]bool // names that are a local pointer to a function
	Size     int
	OfGlibc  bool // it says that it is a copy of a part of glibc
	Cut      bool // it has more to look at than is kept, and was read in part

	asksAll bool
	guards  map[int32]string // by condition, as they are asked for
}

// Include is an #include directive.
type Include struct {
	Name   string
	Angled bool
	// Foreign says that the file has names with the header's own stem that no
	// header of the libraries has: NSS_Init beside <nss.h>. It may be a header of
	// another project by that name.
	Foreign bool
	Place
}

// Place is where something stands: byte offset, line, and innermost condition
// (an index into conds; -1 is none).
type Place struct {
	Offset, Line int32
	Cond         int32
}

// Use is a name of the database where it stands in code.
type Use struct {
	Name    NameID
	Form    Form
	InMacro bool // in the body of a #define
	Place
}

// Form is what a use looks like.
type Form uint8

const (
	Plain     Form = iota // an identifier
	Call                  // an identifier before "("
	tagRef                // after struct, union or enum
	MemberRef             // after . or ->
	directive             // called in a #if
	Pointee               // struct x *: an incomplete type will do
	typedRef              // a member of what the file declares with its struct
)

// Site is a place where a rule in code matches.
type Site struct {
	Rule int32 // index into the vocabulary's rules
	What Subject
	Name string // where there is no subject; "" is the rule's
	// Perhaps says that a condition of the build file decides.
	Perhaps bool
	Place
}

// AsksAll reports whether the file asks the library for all that it has.
func (f *File) AsksAll() bool { return f.asksAll }

// Count is the number of facts, which bounds the memory they take.
func (f *File) Count() int {
	return len(f.Includes) + len(f.Uses) + len(f.Defs) + len(f.Sites) + len(f.Errors) + len(f.Guards) + len(f.Asking) + len(f.Switches) + len(f.conds)
}

func sortSites(sites []Site) {
	slices.SortStableFunc(sites, func(a, b Site) int { return cmp.Compare(a.Offset, b.Offset) })
}

// Def is a definition or declaration by the file itself.
type Def struct {
	What Subject
	Body bool // a function with its body
	cond int32
}

// cond is a branch of a conditional group.
type cond struct {
	parent      int32
	group       int32
	text        string
	musl, glibc preproc.Tri // this branch alone
	live        preproc.Tri // with its parents, on musl
	liveGlibc   preproc.Tri
	third       bool // its text does not say that all branches before it were not taken
}

type group struct {
	alternative bool // has an #else or #elif
	feature     bool // its condition asks for a feature, by HAVE_X or defined(X)
	glibc       bool // it asks for glibc by name
}

// number fills in the line numbers, which come in order of offset.
func (f *File) number(src []byte) {
	at, line := 0, int32(1)
	advance := func(p *Place) {
		if int(p.Offset) > at {
			line += int32(bytes.Count(src[at:p.Offset], []byte{'\n'}))
			at = int(p.Offset)
		}
		p.Line = line
	}
	i := 0
	for u := range f.Uses {
		for ; i < len(f.Includes) && f.Includes[i].Offset < f.Uses[u].Offset; i++ {
			advance(&f.Includes[i].Place)
		}
		advance(&f.Uses[u].Place)
	}
	for ; i < len(f.Includes); i++ {
		advance(&f.Includes[i].Place)
	}
	for _, list := range [][]Place{f.Errors, f.Guards} {
		at, line = 0, 1
		for p := range list {
			advance(&list[p])
		}
	}
	at, line = 0, 1
	for s := range f.Sites {
		advance(&f.Sites[s].Place)
	}
}
