// Package syserrlist: sys_errlist and its kin are gone, from glibc 2.32 too.
package syserrlist

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "sys-errlist",
	Class:   rules.Removed,
	Summary: "sys_errlist and its kin are gone, from glibc 2.32 too",
	Doc:     doc,
	Words:   []string{"sys_errlist", "sys_nerr", "_sys_errlist", "_sys_nerr", "sys_siglist", "_sys_siglist"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "strerror and strsignal"},
}

func match(s rules.Site) bool { return !s.Member() && !s.Declared() }
