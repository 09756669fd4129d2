// Package strtolerrno: a number without digits sets EINVAL on musl and leaves errno alone on glibc.
package strtolerrno

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

func init() {
	rules.Register(&rules.Rule{
		ID:      "strtol-errno",
		Class:   rules.Behaviour,
		Summary: "a number without digits sets EINVAL on musl and leaves errno alone on glibc",
		Doc:     doc,
		Words:   []string{"strtol", "strtoul", "strtoll", "strtoull", "strtoimax", "strtoumax"},
		Match:   match,
		Reach:   []string{"stdlib.h", "inttypes.h"},
		Advice:  true,
		Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "strtol"},
	})
}

// match: within the next tokens errno is tested as a truth value.
func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	l := s.After
	for range 60 {
		t := l.Next()
		if t.Kind == lex.EOF || t.Byte == '}' {
			return false
		}
		if s.Word(t) == "errno" {
			t = l.Next()
			return t.Byte == ')' || t.Byte == '|' || t.Byte == '&' || t.Byte == '>' || t.Byte == '!' && l.Next().Byte == '=' && s.Text(l.Next()) == "0"
		}
	}
	return false
}
