package tables

import _ "embed"

// A Name is one name that glibc and some release of musl do not show in the same
// headers. Rows of Presences say where musl shows it.
type Name struct {
	Name, Kind string // as gnuism.Name and gnuism.Kind
	Home       string // the plainest header of glibc that shows it
	Glibc      string // the set of glibc's headers that show it
	Kernel     string // the set of the kernel's
	Version    string // of glibc that brought it, as "2.39", or "2.37..2.41" where that is all that is known; "" is unknown
	Linux      string // the oldest kernel read whose headers show it; "" is the oldest of all, or none
	InGlibc    string // modes in which glibc shows it, where musl hides it in one of them
	Flags      Flags  // Call
}

// Call is the flag of a macro with parameters.
const Call = "call"

//go:embed derived/names.tsv
var namesText string

// Names is the table of names, sorted by name.
var Names = &Table[Name]{
	File: "names.tsv",
	Note: "Names that glibc and musl do not show in the same headers. Sets of headers are rows of sets.tsv, modes letters of gnuism.AllModes.",
	text: &namesText,
	columns: []column[Name]{
		{"name", func(n *Name) *string { return &n.Name }},
		{"kind", func(n *Name) *string { return &n.Kind }},
		{"header of glibc", func(n *Name) *string { return &n.Home }},
		{"set of glibc", func(n *Name) *string { return &n.Glibc }},
		{"set of the kernel", func(n *Name) *string { return &n.Kernel }},
		{"glibc version", func(n *Name) *string { return &n.Version }},
		{"kernel since", func(n *Name) *string { return &n.Linux }},
		{"in glibc under", func(n *Name) *string { return &n.InGlibc }},
		{"flags", func(n *Name) *string { return (*string)(&n.Flags) }},
	},
}
