// Package scanfa: %as allocates on an old glibc only; to musl it is a floating-point number.
package scanfa

import (
	"bytes"
	_ "embed"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "scanf-a",
	Class:   rules.Behaviour,
	Summary: "%as allocates on an old glibc only; to musl it is a floating-point number",
	Doc:     doc,
	Words:   []string{"\""},
	Match:   match,
	Reach:   []string{"stdio.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "write %ms"},
}

// match: a format of scanf, which stands two tokens behind the name or later.
func match(s rules.Site) bool {
	text := s.Text(s.Token)
	if !strings.Contains(text, "%as") && !strings.Contains(text, "%a[") && !strings.Contains(text, "%aS") {
		return false
	}
	line := s.LinePrefix(s.Token.Start)
	return bytes.Contains(line, []byte("scanf"))
}
