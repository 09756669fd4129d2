package tables

import _ "embed"

// A Name is one name that glibc and musl do not show in the same headers.
type Name struct {
	Name, Kind  string // as gnuism.Name and gnuism.Kind
	Home        string // the plainest header of glibc that shows it
	Where       string // the plainest header of musl that shows it; "" is none
	Glibc       string // the set of glibc's headers that show it
	Musl        string // the set of musl's
	Kernel      string // the set of the kernel's
	Version     string // of glibc that brought it; "" is unknown
	Since, Last string // first and last release of musl that has it; Last is "" while it stays
	InGlibc     string // modes in which glibc shows it, where musl hides it in one of them
	InMusl      string // modes in which musl shows it
	Flags       Flags  // NoLink, Call
}

// The flags of a name.
const (
	NoLink = "nolink" // musl declares it and defines it nowhere
	Call   = "call"   // a macro with parameters
)

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
		{"header of musl", func(n *Name) *string { return &n.Where }},
		{"set of glibc", func(n *Name) *string { return &n.Glibc }},
		{"set of musl", func(n *Name) *string { return &n.Musl }},
		{"set of the kernel", func(n *Name) *string { return &n.Kernel }},
		{"glibc version", func(n *Name) *string { return &n.Version }},
		{"in musl since", func(n *Name) *string { return &n.Since }},
		{"until", func(n *Name) *string { return &n.Last }},
		{"in glibc under", func(n *Name) *string { return &n.InGlibc }},
		{"in musl under", func(n *Name) *string { return &n.InMusl }},
		{"flags", func(n *Name) *string { return (*string)(&n.Flags) }},
	},
}
