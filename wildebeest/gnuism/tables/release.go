package tables

import _ "embed"

// A Release is a release of musl whose names the tables know.
type Release struct {
	Version string // as musl.Release's
	SHA256  string // of the source that was read; "" where its names were kept from an earlier table
	Headers string // number of its public headers
	Names   string // number of names that they show
	Exports string // number of symbols that its shared library exports
}

//go:embed derived/releases.tsv
var releasesText string

// Releases is the table of releases, the oldest first.
var Releases = &Table[Release]{
	File: "releases.tsv",
	Note: "Releases of musl that musl-names.tsv has. One without a sha256 was not read: its names were kept from the table before.",
	text: &releasesText,
	columns: []column[Release]{
		{"release", func(r *Release) *string { return &r.Version }},
		{"sha256 of the source", func(r *Release) *string { return &r.SHA256 }},
		{"headers", func(r *Release) *string { return &r.Headers }},
		{"names", func(r *Release) *string { return &r.Names }},
		{"exports", func(r *Release) *string { return &r.Exports }},
	},
}

// A MuslName is a name of musl's and the releases that have it.
type MuslName struct {
	Name     string // a header stands as "<stdio.h>"
	Kind     string // "symbol" is a name that is exported and never declared
	Header   string // the plainest of the newest release that declares it
	Declared string // Span of the releases whose headers show it
	Exported string // Span of the releases whose library exports it
}

// MuslNames is the table of all names of musl, sorted by name. Only derive and the
// tests read it.
var MuslNames = &Table[MuslName]{
	File: "musl-names.tsv",
	Note: `Names of musl by release: "1.2.4..1.2.5" is from one release to another, ".." from the oldest to the newest of releases.tsv.`,
	columns: []column[MuslName]{
		{"name", func(n *MuslName) *string { return &n.Name }},
		{"kind", func(n *MuslName) *string { return &n.Kind }},
		{"header", func(n *MuslName) *string { return &n.Header }},
		{"declared", func(n *MuslName) *string { return &n.Declared }},
		{"exported", func(n *MuslName) *string { return &n.Exported }},
	},
}
