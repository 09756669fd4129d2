// Package stdiomember: members cannot be called stdin, stdout or stderr on musl.
package stdiomember

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "stdio-member",
	Class:   rules.Prototype,
	Summary: "stdin, stdout and stderr are macros with parentheses on musl: no member can be used by such a name",
	Doc:     doc,
	Words:   []string{"stdin", "stdout", "stderr"},
	Match:   func(s rules.Site) bool { return s.Member() },
	Reach:   []string{"stdio.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "give the member another name, such as in, out or err"},
}
