package tables

import _ "embed"

// A Presence says where and how a library shows a name in some of its releases, all
// in the same way. A name has a row for each way.
type Presence struct {
	Owner    string // Musl or Glibc
	Name     string // as in Names
	Releases string // Span of the releases
	Header   string // the plainest that shows it
	Set      string // the set of headers that do
	Modes    string // modes in which they do, letters of gnuism.AllModes
	Flags    Flags  // NoLink, Borrowed
}

// The flags of a presence.
const (
	NoLink   = "nolink"   // the library declares it and defines it nowhere
	Borrowed = "borrowed" // none of the releases was read: set and modes are those of another
)

//go:embed derived/presence.tsv
var presenceText string

// Presences is the table of presences, sorted by owner, name and first release.
var Presences = &Table[Presence]{
	File: "presence.tsv",
	Note: `Where musl's releases show a name, and in which modes: of names that glibc shows elsewhere or otherwise. Releases are spans as in musl-names.tsv.`,
	text: &presenceText,
	columns: []column[Presence]{
		{"library", func(p *Presence) *string { return &p.Owner }},
		{"name", func(p *Presence) *string { return &p.Name }},
		{"releases", func(p *Presence) *string { return &p.Releases }},
		{"header", func(p *Presence) *string { return &p.Header }},
		{"set", func(p *Presence) *string { return &p.Set }},
		{"modes", func(p *Presence) *string { return &p.Modes }},
		{"flags", func(p *Presence) *string { return (*string)(&p.Flags) }},
	},
}
