// Package basename: string.h's basename leaves its argument alone; musl has only libgen.h's, which may write to it.
package basename

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "basename",
	Class:   rules.Behaviour,
	Summary: "string.h's basename leaves its argument alone; musl has only libgen.h's, which may write to it",
	Doc:     doc,
	Words:   []string{"basename"},
	Match:   match,
	Reach:   []string{"string.h"},
	Unless:  []string{"libgen.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "string"},
}

func match(s rules.Site) bool { return s.Called() && !s.Declared() }
