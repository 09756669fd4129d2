// Package getoptreset: optind = 0 starts glibc's getopt anew; musl does so too, but POSIX code uses 1 and GNU permutation needs getopt_long.
package getoptreset

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
	ID:      "getopt-reset",
	Class:   rules.Behaviour,
	Summary: "optind = 0 starts glibc's getopt anew; musl does so too, but POSIX code uses 1 and GNU permutation needs getopt_long",
	Doc:     doc,
	Words:   []string{"getopt"},
	Match:   match,
	Reach:   []string{"unistd.h", "getopt.h", "stdio.h", "stdlib.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "call getopt_long with an empty list of long options: it permutes on musl too"},
}

// match: a leading "+" asks for POSIX's order already, and with "-" both libraries
// return operands as they come.
func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	if len(args) != 3 {
		return false
	}
	options := s.Literal(args[2])
	return !strings.HasPrefix(options, `"+`) && !strings.HasPrefix(options, `"-`)
}
