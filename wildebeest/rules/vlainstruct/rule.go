// Package vlainstruct: an array of variable length as a member, gcc's alone.
package vlainstruct

import (
	"bytes"
	_ "embed"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "vla-in-struct",
	Class:   rules.Language,
	Summary: "a member whose length is a variable's value, which only gcc accepts",
	Doc:     doc,
	Words:   []string{"struct", "union"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "allocate memory of the computed size, and use pointers into it"},
}

// maxBody bounds the tokens of a struct that are looked at.
const maxBody = 400

// maxSizes bounds the names in the brackets of a struct that are looked for.
const maxSizes = 8

// match: a struct is defined within a function, and a member's brackets hold a
// variable of that function.
func match(s rules.Site) bool {
	if s.Cpp || s.Depth == 0 || s.Struct || s.Macro {
		return false
	}
	l := s.After
	t := l.Next()
	if t.Kind == lex.Ident { // its tag
		t = l.Next()
	}
	if t.Kind != lex.Punct || t.Byte != '{' {
		return false
	}
	depth, brackets, sizes := 1, 0, map[string]bool{}
	var prev lex.Token
	for range maxBody {
		t := l.Next()
		switch {
		case t.Kind == lex.EOF:
			return false
		case t.Kind == lex.Punct && t.Byte == '{':
			depth++
		case t.Kind == lex.Punct && t.Byte == '}':
			if depth--; depth == 0 {
				return false
			}
		case t.Kind == lex.Punct && t.Byte == '[':
			brackets++
		case t.Kind == lex.Punct && t.Byte == ']':
			brackets--
		case brackets > 0 && t.Kind == lex.Ident:
			if sizes[s.Text(t)] || len(sizes) >= maxSizes {
				break
			}
			sizes[s.Text(t)] = true
			if after := l; s.Word(prev) != "struct" && after.Next().Byte != '(' && isVariable(s, s.Text(t)) {
				return true
			}
		}
		prev = t
	}
	return false
}

// function bounds the bytes before the struct in which its function begins.
const function = 8000

// isVariable reports whether the function so far has declared a variable or
// parameter of the name, and not as a constant.
func isVariable(s rules.Site, name string) bool {
	if name == strings.ToUpper(name) || keyword[name] {
		return false
	}
	src := s.Src[max(0, s.Token.Start-function):s.Token.Start]
	if i := bytes.LastIndex(src, []byte("\n}")); i >= 0 {
		src = src[i+2:]
	}
	if !bytes.Contains(src, []byte(name)) {
		return false
	}
	l := lex.New(src, false)
	var prev lex.Token
	constant := false
	for t := l.Next(); t.Kind != lex.EOF; prev, t = t, l.Next() {
		word := string(src[t.Start:t.End])
		switch {
		case t.Kind == lex.Punct && (t.Byte == ';' || t.Byte == '{' || t.Byte == '(' || t.Byte == ','):
			constant = false
		case word == "const" || word == "enum" || word == "define":
			constant = true
		case word == name && !constant:
			before := string(src[prev.Start:prev.End])
			typed := prev.Kind == lex.Ident && !notType[before]
			after := *l
			switch next := after.Next(); {
			case !typed && before != "*" || next.Kind != lex.Punct:
			case next.Byte == ';' || next.Byte == ',' || next.Byte == ')' || next.Byte == '=':
				return true
			}
		}
	}
	return false
}

var keyword = map[string]bool{"int": true, "long": true, "short": true, "char": true, "unsigned": true, "signed": true, "float": true, "double": true, "void": true, "const": true}

var notType = map[string]bool{"return": true, "goto": true, "case": true, "else": true, "sizeof": true, "do": true, "struct": true, "union": true}
