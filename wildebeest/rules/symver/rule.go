// Package symver: musl's symbols have no versions.
package symver

import (
	_ "embed"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "symver",
	Class:   rules.Toolchain,
	Summary: "musl's symbols have no versions",
	Doc:     doc,
	Words:   []string{"\""},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "leave the directive out where __GLIBC__ is not defined"},
}

// match: a library's own versions work; those of glibc have nothing to bind to.
func match(s rules.Site) bool { return strings.Contains(s.Text(s.Token), "@GLIBC_") }
