// Package scanfa: %as allocates on an old glibc only; to musl it is a floating-point number.
package scanfa

import (
	_ "embed"
	"regexp"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:       "scanf-a",
	Class:    rules.Behaviour,
	Summary:  "%as allocates on an old glibc only; to musl it is a floating-point number",
	Doc:      doc,
	Words:    []string{"\""},
	Match:    match,
	Reach:    []string{"stdio.h"},
	Before99: true,
	Remedy:   gnuism.Remedy{Kind: gnuism.Alternative, Text: "write %ms"},
}

// allocating is %as or its like. "%%as" is a percent sign and two letters.
var allocating = regexp.MustCompile(`^(?:[^%]|%[^a\d])*%(?:\d+\$)?a[sS\[]`)

// input matches a call of scanf's family up to its format.
var input = regexp.MustCompile(`scanf\s*\(\s*$|[sf]scanf\s*\([^;]*,\s*$`)

// match: a format of scanf, where it stands in the line of the name.
func match(s rules.Site) bool {
	return allocating.MatchString(s.Text(s.Token)) && input.Match(s.LinePrefix(s.Token.Start))
}
