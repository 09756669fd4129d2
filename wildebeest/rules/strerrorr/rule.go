// Package strerrorr: GNU's strerror_r returns the text; musl has POSIX's, which returns a number.
package strerrorr

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
	ID:      "strerror-r",
	Class:   rules.Prototype,
	Summary: "GNU's strerror_r returns the text; musl has POSIX's, which returns a number",
	Doc:     doc,
	Words:   []string{"strerror_r"},
	Match:   match,
	Reach:   []string{"string.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "string"},
}

// match: the result is used, and not as a number would be.
func match(s rules.Site) bool {
	if !s.Called() || s.Declared() && s.Word(s.Prev) != "return" {
		return false
	}
	_, after := s.Arguments()
	if after.Kind == lex.Punct && (after.Byte == '=' || after.Byte == '!' || after.Byte == '<' || after.Byte == '>') {
		return false
	}
	if s.Cpp && overloaded(s) {
		return false
	}
	switch s.Prev.Byte {
	case ',':
		return true
	case '=':
		return !assignsNumber(s)
	case '(':
		return s.Word(s.Prev2) != "if" && s.Word(s.Prev2) != "while" && s.Word(s.Prev2) != ""
	}
	return s.Word(s.Prev) == "return"
}

// nearby bounds the bytes before a call in which an overload is looked for.
const nearby = 8 << 10

// overloaded reports whether the result goes to a function of C++ that takes a
// number, too: which one is called, its type decides.
func overloaded(s rules.Site) bool {
	callee := s.Word(s.Prev2)
	if s.Prev.Byte != '(' || callee == "" {
		return false
	}
	before := s.Src[max(0, s.Token.Start-nearby):s.Token.Start]
	for _, number := range []string{"(int ", "(int,", "(int)", "(const int "} {
		if bytes.Contains(before, []byte(callee+number)) {
			return true
		}
	}
	return false
}

// assignsNumber reports whether the statement declares an int, or assigns to
// what is called like a return code.
func assignsNumber(s rules.Site) bool {
	line := s.LinePrefix(s.Token.Start)
	words := bytes.Fields(bytes.TrimRight(line, "= \t"))
	if len(words) == 0 {
		return false
	}
	switch string(words[len(words)-1]) {
	case "r", "rc", "ret", "res", "err", "rv", "result", "status", "error":
		return true
	}
	return string(words[0]) == "int"
}
