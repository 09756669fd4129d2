// Package opaquefile: FILE, DIR and their like have no members and no size on musl.
package opaquefile

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "opaque-file",
	Class:   rules.Prototype,
	Summary: "FILE is an incomplete type on musl: it has no size, no members and no objects",
	Doc:     doc,
	Words:   []string{"FILE"},
	Match:   match,
	Reach:   []string{"stdio.h", "wchar.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "keep a FILE pointer, and use the functions of stdio.h and stdio_ext.h"},
}

// match: sizeof(FILE), or an object of the type.
func match(s rules.Site) bool {
	next := s.Next(2)
	if s.Prev.Byte == '(' && s.Word(s.Prev2) == "sizeof" && next[0].Byte == ')' {
		return true
	}
	return !s.Cpp && !s.Macro && next[0].Kind == lex.Ident && next[1].Kind == lex.Punct && (next[1].Byte == ';' || next[1].Byte == '=' || next[1].Byte == '[') &&
		s.Word(s.Prev) != "extern" && s.Word(s.Prev) != "typedef" && s.Word(s.Prev) != "struct"
}
