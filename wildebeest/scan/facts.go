package scan

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// facts is what one file says, by itself: what it includes, which names of the
// database stand in it and how, and which of them it defines.
type facts struct {
	path     string
	header   bool // has a header's name, or is included by another file
	cpp      bool
	build    rules.BuildKind // of a build file; "" is a source
	features features        // what a build file asks the library for
	asking   []featureMacro  // and a source
	includes []include
	uses     []use
	defs     []def
	sites    []site
	errors   []place // #error that glibc never meets
	guards   []place // #if on glibc's name that musl decides otherwise
	conds    []cond
	groups   []group
	local    map[nameID]bool // names that are a local variable or parameter somewhere in the file
	callable map[nameID]bool // names that are a local pointer to a function
	size     int
}

type include struct {
	name   string
	angled bool
	place
}

// place is where something stands: byte offset, line, and innermost condition
// (an index into conds; -1 is none).
type place struct {
	offset, line int32
	cond         int32
}

type use struct {
	name    nameID
	form    form
	inMacro bool // in the body of a #define
	place
}

// form is what a use looks like.
type form uint8

const (
	plain     form = iota // an identifier
	call                  // an identifier before "("
	tagRef                // after struct, union or enum
	memberRef             // after . or ->
	directive             // called in a #if
	pointee               // struct x *: an incomplete type will do
)

// site is a place where a rule in code matches.
type site struct {
	rule int32 // index into the vocabulary's rules
	what subject
	name string // where there is no subject; "" is the rule's
	place
}

func sortSites(sites []site) {
	slices.SortStableFunc(sites, func(a, b site) int { return cmp.Compare(a.offset, b.offset) })
}

// def is a definition or declaration by the file itself.
type def struct {
	what subject
	body bool // a function with its body
	cond int32
}

// cond is a branch of a conditional group.
type cond struct {
	parent      int32
	group       int32
	text        string
	musl, glibc tri // this branch alone
	live        tri // with its parents, on musl
	liveGlibc   tri
}

type group struct {
	alternative bool // has an #else or #elif
	feature     bool // its condition asks for a feature, by HAVE_X or defined(X)
}

// number fills in the line numbers, which come in order of offset.
func (f *facts) number(src []byte) {
	at, line := 0, int32(1)
	advance := func(p *place) {
		if int(p.offset) > at {
			line += int32(bytes.Count(src[at:p.offset], []byte{'\n'}))
			at = int(p.offset)
		}
		p.line = line
	}
	i := 0
	for u := range f.uses {
		for ; i < len(f.includes) && f.includes[i].offset < f.uses[u].offset; i++ {
			advance(&f.includes[i].place)
		}
		advance(&f.uses[u].place)
	}
	for ; i < len(f.includes); i++ {
		advance(&f.includes[i].place)
	}
	for _, list := range [][]place{f.errors, f.guards} {
		at, line = 0, 1
		for p := range list {
			advance(&list[p])
		}
	}
	at, line = 0, 1
	for s := range f.sites {
		advance(&f.sites[s].place)
	}
}
