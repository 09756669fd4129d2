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

// A GlibcRelease is a release of glibc whose headers and libraries derive reads, in
// Debian's packages.
type GlibcRelease struct {
	Version string // such as "2.41"
	Date    string // of the release, as 2025-01-30
	Linux   string // the release of the kernel's headers that go with it, one of LinuxReleases
	Package string // version of libc6-dev and libc6
	Headers string // sha256 of libc6-dev's file
	Library string // sha256 of libc6's file
}

//go:embed glibc.tsv
var glibcText string

// GlibcReleases is the table of glibc's releases, the oldest first. It is written by
// hand.
var GlibcReleases = &Table[GlibcRelease]{
	File: "glibc.tsv",
	text: &glibcText,
	columns: []column[GlibcRelease]{
		{"release", func(r *GlibcRelease) *string { return &r.Version }},
		{"date", func(r *GlibcRelease) *string { return &r.Date }},
		{"kernel headers", func(r *GlibcRelease) *string { return &r.Linux }},
		{"version of the packages", func(r *GlibcRelease) *string { return &r.Package }},
		{"sha256 of libc6-dev", func(r *GlibcRelease) *string { return &r.Headers }},
		{"sha256 of libc6", func(r *GlibcRelease) *string { return &r.Library }},
	},
}

// A LinuxRelease is a release of the kernel whose headers for programs derive reads.
type LinuxRelease struct {
	Version string // such as "6.12"
	Package string // version of linux-libc-dev
	File    string // below pool/ of Debian's archive
	SHA256  string
}

//go:embed linux.tsv
var linuxText string

// LinuxReleases is the table of the kernel's releases, the oldest first. It is written
// by hand.
var LinuxReleases = &Table[LinuxRelease]{
	File: "linux.tsv",
	text: &linuxText,
	columns: []column[LinuxRelease]{
		{"release", func(r *LinuxRelease) *string { return &r.Version }},
		{"version of the package", func(r *LinuxRelease) *string { return &r.Package }},
		{"file", func(r *LinuxRelease) *string { return &r.File }},
		{"sha256", func(r *LinuxRelease) *string { return &r.SHA256 }},
	},
}
