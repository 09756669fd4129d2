// Package stdioassign: stdin, stdout and stderr are no variables on musl.
package stdioassign

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "stdio-assign",
	Class:   rules.Prototype,
	Summary: "stdin, stdout and stderr are no variables on musl",
	Doc:     doc,
	Words:   []string{"stdin", "stdout", "stderr"},
	Match:   match,
	Reach:   []string{"stdio.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "call freopen, or use a FILE pointer of your own"},
}

func match(s rules.Site) bool {
	next := s.Next(2)
	return !s.Member() && !s.Declared() && next[0].Byte == '=' && next[1].Byte != '=' && s.Prev.Byte != '*' && s.Prev.Byte != '&'
}
