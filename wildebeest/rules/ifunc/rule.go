// Package ifunc: musl has no indirect functions.
package ifunc

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
	ID:        "ifunc",
	Class:     rules.Toolchain,
	Summary:   "musl has no indirect functions",
	Doc:       doc,
	Words:     []string{"ifunc", "__ifunc__", "target_clones"},
	Match:     match,
	OwnCounts: true,
	Remedy:    gnuism.Remedy{Kind: gnuism.Alternative, Text: "choose the implementation in a function pointer at start"},
}

// match: directly within an attribute's parentheses, with an argument.
func match(s rules.Site) bool {
	return s.Next(1)[0].Byte == '(' && s.Prev.Kind == lex.Punct && (s.Prev.Byte == '(' || s.Prev.Byte == ',')
}
