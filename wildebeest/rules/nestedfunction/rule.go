// Package nestedfunction: a function within a function, gcc's alone.
package nestedfunction

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "nested-function",
	Class:   rules.Language,
	Summary: "a function within a function, which only gcc accepts",
	Doc:     doc,
	Words:   []string{"(", "auto"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "make it a static function at file scope that gets what it needs as arguments"},
}

// maxTokens bounds the tokens of a declaration that are looked at.
const maxTokens = 300

// match is asked at each parenthesis that opens within a function: a type and
// a name stand before it, parameters and a body behind it. "static" can't
// stand there, and what starts its line has lost count of braces.
func match(s rules.Site) bool {
	if s.Word(s.Token) == "auto" {
		return !s.Cpp && !s.Macro && s.Depth > 0 && declared(s)
	}
	if s.Cpp || s.Depth == 0 || s.Prev.Kind != lex.Ident || notName[s.Word(s.Prev)] {
		return false
	}
	star := s.Prev2.Kind == lex.Punct && s.Prev2.Byte == '*'
	if !star && (s.Prev2.Kind != lex.Ident || notType[s.Word(s.Prev2)]) {
		return false
	}
	if line := s.LinePrefix(s.Prev2.Start); len(line) == 0 || line[0] != ' ' && line[0] != '\t' {
		return false
	}
	if s.Src[s.Prev.Start] == '$' || s.Src[s.Prev2.Start] == '$' {
		return false // Perl
	}
	l, depth := s.After, 1
	if first := l; first.Next().Kind == lex.String {
		return false // arguments of a macro
	}
	for range maxTokens {
		switch t := l.Next(); {
		case t.Kind == lex.EOF || t.Byte == ';' || t.Byte == '{':
			return false
		case t.Byte == '(':
			depth++
		case t.Byte == ')':
			if depth--; depth == 0 {
				return l.Next().Byte == '{'
			}
		}
	}
	return false
}

// declared reports whether a function's declaration follows: its storage class
// says that it is a nested one.
func declared(s rules.Site) bool {
	l := s.After
	words := 0
	for range maxTokens {
		switch t := l.Next(); {
		case t.Kind == lex.Ident:
			words++
		case t.Byte == '(':
			return words > 1
		case t.Byte != '*':
			return false
		}
	}
	return false
}

// notName are words before "(" that name no function.
var notName = map[string]bool{"if": true, "for": true, "while": true, "switch": true, "return": true, "sizeof": true, "defined": true, "__attribute__": true, "typeof": true, "__typeof__": true}

// notType are words that are no type before a name.
var notType = map[string]bool{"else": true, "do": true, "return": true, "case": true, "goto": true, "typedef": true, "sizeof": true, "static": true, "struct": true, "union": true, "enum": true,
	"if": true, "while": true, "for": true, "switch": true}
