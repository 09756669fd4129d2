// Package strftimeformat: conversions of strftime that are glibc's alone.
package strftimeformat

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
	ID:      "strftime-format",
	Class:   rules.Behaviour,
	Summary: "musl's strftime stops at %P, %k, %l and the flags ^ and #",
	Doc:     doc,
	Words:   []string{"strftime", "strftime_l", "wcsftime"},
	Match:   match,
	Reach:   []string{"time.h", "wchar.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "%p, %H and %I with the flag _, and change the case yourself"},
}

// unknown are what musl 1.2.3 to 1.2.6 do not know, observed there. "%%k" is a percent
// sign and a k.
var unknown = regexp.MustCompile(`^[^%]*(?:%(?:[-_0+]*\d*[EO]?[^PklN^#\-_0-9EO+])[^%]*)*%[-_0+]*(?:\d*[Pkl]|[\^#])`)

func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	return len(args) > 2 && unknown.MatchString(s.Literal(args[2]))
}
