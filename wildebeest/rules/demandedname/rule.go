// Package demandedname: configure stops where glibc's own is missing.
package demandedname

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:         "demanded-name",
	Class:      rules.Toolchain,
	Summary:    "the configuration stops without a function or header that musl lacks",
	Doc:        doc,
	Configured: true,
	Remedy:     gnuism.Remedy{Kind: gnuism.Alternative, Text: "`wildebeest explain` the name: configure with the module's flags, or make the check optional"},
}
