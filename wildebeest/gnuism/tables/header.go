package tables

import _ "embed"

// A Header is one public header of glibc, of musl or of the kernel.
type Header struct {
	Name        string // as in #include <…>
	Since, Last string // first and last release of musl that has it; Last is "" while it stays
	Glibc       string // first release of glibc read that has it; "" is the oldest, or none
	Linux       string // first release of the kernel read that has it; "" is the oldest, or none
	Flags       Flags  // InGlibc, InLinux, Redirect
}

// The flags of a header.
const (
	InGlibc  = "glibc"    // glibc has it
	InLinux  = "linux"    // the kernel has it
	Redirect = "redirect" // musl has it only to warn about the name
)

//go:embed derived/headers.tsv
var headersText string

// Headers is the table of headers, sorted by name.
var Headers = &Table[Header]{
	File: "headers.tsv",
	Note: "Public headers of glibc, of musl and of the kernel.",
	text: &headersText,
	columns: []column[Header]{
		{"header", func(h *Header) *string { return &h.Name }},
		{"in musl since", func(h *Header) *string { return &h.Since }},
		{"until", func(h *Header) *string { return &h.Last }},
		{"glibc since", func(h *Header) *string { return &h.Glibc }},
		{"kernel since", func(h *Header) *string { return &h.Linux }},
		{"flags", func(h *Header) *string { return (*string)(&h.Flags) }},
	},
}

// A Set is the headers of one owner that show a name. Most names of a header are in
// one set: that of all headers that include it.
type Set struct {
	Owner   string // Glibc, Musl or Kernel
	Name    string // unique among the owner's; see derive's nameSets
	Headers string // sorted, separated by spaces
}

// The owners of sets.
const (
	Glibc  = "glibc"
	Musl   = "musl"
	Kernel = "kernel"
)

//go:embed derived/sets.tsv
var setsText string

// Sets is the table of sets, sorted by owner and name.
var Sets = &Table[Set]{
	File: "sets.tsv",
	Note: "Sets of headers that show a name. A set is called after its plainest header; a smaller one with the same plainest header, after that and its first name.",
	text: &setsText,
	columns: []column[Set]{
		{"owner", func(s *Set) *string { return &s.Owner }},
		{"set", func(s *Set) *string { return &s.Name }},
		{"headers", func(s *Set) *string { return &s.Headers }},
	},
}

// A Clash is a kernel header and a tag that it defines against musl's headers.
type Clash struct {
	Kernel   string // the kernel's header
	Tag      string // such as "struct in6_addr"
	Libc     string // musl's headers that show it, separated by spaces
	Order    string // the order that fails: KernelFirst or AnyOrder
	Releases string // Span of musl's releases that clash
}

// The orders of includes that fail.
const (
	KernelFirst = "kernel-first" // it works where musl's header comes first
	AnyOrder    = "any"
)

//go:embed derived/clashes.tsv
var clashesText string

// Clashes is the table of clashes, sorted by header and tag.
var Clashes = &Table[Clash]{
	File: "clashes.tsv",
	Note: "Tried with a compiler: the kernel's header and musl's header for the tag do not go together.",
	text: &clashesText,
	columns: []column[Clash]{
		{"kernel header", func(c *Clash) *string { return &c.Kernel }},
		{"tag", func(c *Clash) *string { return &c.Tag }},
		{"headers of musl that show it", func(c *Clash) *string { return &c.Libc }},
		{"order that fails", func(c *Clash) *string { return &c.Order }},
		{"releases of musl", func(c *Clash) *string { return &c.Releases }},
	},
}
