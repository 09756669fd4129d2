package tables

import _ "embed"

// A Behaviour is what a release of a library does otherwise than the one before.
type Behaviour struct {
	Owner   string // Musl or Glibc
	Release string // the first that does so
	Names   string // of what does so, separated by ", "
	Before  string
	Since   string
	Source  string // how that is known
}

//go:embed behaviour.tsv
var behaviourText string

// Behaviours is the table of changed behaviour, sorted by library and release. It is
// written by hand.
var Behaviours = &Table[Behaviour]{
	File: "behaviour.tsv",
	text: &behaviourText,
	columns: []column[Behaviour]{
		{"library", func(b *Behaviour) *string { return &b.Owner }},
		{"release", func(b *Behaviour) *string { return &b.Release }},
		{"names", func(b *Behaviour) *string { return &b.Names }},
		{"before", func(b *Behaviour) *string { return &b.Before }},
		{"since", func(b *Behaviour) *string { return &b.Since }},
		{"source", func(b *Behaviour) *string { return &b.Source }},
	},
}
