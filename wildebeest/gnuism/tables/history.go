package tables

import _ "embed"

// A State says how a library shows a name in consecutive releases. Only names that
// the library's releases do not all show alike have rows: one for each state.
type State struct {
	Owner   string // Musl or Glibc
	Name    string // a header stands as "<stdio.h>"
	Kind    string // as MuslName's
	From    string // the first release of the state
	To      string // the last; "" is the newest
	Header  string // the plainest that shows it; "" is none
	Headers string // "+" those that show it and in the release before did not, "-" those that did, separated by spaces; "" where the release before lacks the name
	Modes   string // in which it is shown, letters of gnuism.AllModes
	Value   string // what a macro stands for
	Flags   Flags  // Exported, Borrowed
}

// Exported is the flag of a state in which the library has a symbol of the name. It
// is kept of musl alone.
const Exported = "exported"

//go:embed derived/history.tsv
var historyText string

// History is the table of states, sorted by library, name and release.
var History = &Table[State]{
	File: "history.tsv",
	Note: `Names that the releases of a library do not all show alike, by release. Headers are "+" and "-" what came and went since the release before.`,
	text: &historyText,
	columns: []column[State]{
		{"library", func(s *State) *string { return &s.Owner }},
		{"name", func(s *State) *string { return &s.Name }},
		{"kind", func(s *State) *string { return &s.Kind }},
		{"from", func(s *State) *string { return &s.From }},
		{"to", func(s *State) *string { return &s.To }},
		{"header", func(s *State) *string { return &s.Header }},
		{"headers", func(s *State) *string { return &s.Headers }},
		{"modes", func(s *State) *string { return &s.Modes }},
		{"value", func(s *State) *string { return &s.Value }},
		{"flags", func(s *State) *string { return (*string)(&s.Flags) }},
	},
}
