// Package dlclose: musl's dlclose never unloads.
package dlclose

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "dlclose",
	Class:   rules.Behaviour,
	Summary: "musl's dlclose never unloads",
	Doc:     doc,
	Words:   []string{"dlclose"},
	Match:   match,
	Reach:   []string{"dlfcn.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.None, Text: "musl keeps every library mapped by design: do not rely on destructors or on a fresh copy"},
}

func match(s rules.Site) bool { return s.Called() && !s.Declared() }
