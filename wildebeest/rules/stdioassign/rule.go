// Package stdioassign: stdin, stdout and stderr are no variables on musl.
package stdioassign

import (
	"bytes"
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "stdio-assign",
	Class:   rules.Prototype,
	Summary: "stdin, stdout and stderr are no variables on musl",
	Doc:     doc,
	Words:   []string{"stdin", "stdout", "stderr"},
	Match:   match,
	Reach:   []string{"stdio.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "call freopen, or use a FILE pointer of your own"},
}

// match: an assignment, or the address where a FILE ** is wanted.
func match(s rules.Site) bool {
	if s.Prev.Kind == lex.Punct && s.Prev.Byte == '&' {
		return !s.Macro && operator(s) && !bytes.Contains(s.LinePrefix(s.Token.Start), []byte("const"))
	}
	next := s.Next(2)
	return !s.Member() && !s.Declared() && next[0].Byte == '=' && next[1].Byte != '=' && s.Prev.Byte != '*' && s.Prev.Byte != '&'
}

// operator reports whether the & before the word takes its address: no operand stands
// before that.
func operator(s rules.Site) bool {
	before := s.Prev2
	switch before.Kind {
	case lex.Punct:
		return bytes.IndexByte([]byte("=(,{[;?:"), before.Byte) >= 0
	case lex.Ident:
		return s.Text(before) == "return"
	}
	return false
}
