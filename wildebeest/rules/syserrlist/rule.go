// Package syserrlist: sys_errlist and related names are gone, since glibc 2.32 there as well.
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
	Summary: "sys_errlist and related names are gone, since glibc 2.32 there as well",
	Doc:     doc,
	Words:   []string{"sys_errlist", "sys_nerr", "_sys_errlist", "_sys_nerr", "sys_siglist", "_sys_siglist"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "call strerror and strsignal"},
}

func match(s rules.Site) bool { return !s.Member() && !s.Declared() }
