// Package preproc knows what the preprocessor knows under musl and under glibc:
// macros, the values of #if, and the feature macros that choose what a library
// declares. It reads no files.
package preproc

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// World is what the preprocessor knows with one of the two libraries.
type World interface {
	// Macro returns whether a name is defined as a macro, and its value in #if.
	Macro(name []byte) (defined Tri, v Value)
	// HasInclude answers __has_include.
	HasInclude(header string) Tri
}

// expr evaluates the condition of a #if with one library. It parses by precedence
// and never fails: what it does not understand is unknown.
type expr struct {
	world World
	lex   *lex.Lexer
	src   []byte
	tok   lex.Token
	depth int
}

// maxDepth bounds nested operators; beyond it all is unknown.
const maxDepth = 128

// Evaluate returns the truth of the condition of a #if or #elif.
func Evaluate(w World, cond []byte) Tri {
	e := expr{world: w, lex: lex.New(cond, false), src: cond}
	e.next()
	v := e.binary(0)
	if e.tok.Kind != lex.EOF {
		return Maybe
	}
	return v.tri()
}

func (e *expr) next() { e.tok = e.lex.Next() }

func (e *expr) text() string { return string(e.src[e.tok.Start:e.tok.End]) }

func (e *expr) punct(b byte) bool { return e.tok.Kind == lex.Punct && e.tok.Byte == b }

// operators by precedence, lowest first; two-byte ones before their prefixes.
var levels = [][]string{{"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}}

func (e *expr) operator(level int) string {
	if e.tok.Kind != lex.Punct {
		return ""
	}
	rest := e.src[e.tok.Start:]
	for _, op := range levels[level] {
		if !strings.HasPrefix(string(rest[:min(len(rest), 2)]), op) {
			continue
		}
		if len(op) == 1 && len(rest) > 1 { // "<" is no "<<", "|" no "||"
			if two := string(rest[:2]); two == "||" || two == "&&" || two == "<<" || two == ">>" || two == "<=" || two == ">=" {
				continue
			}
		}
		return op
	}
	return ""
}

func (e *expr) binary(level int) Value {
	if level == 0 {
		if e.depth++; e.depth > maxDepth {
			e.tok = lex.Token{Kind: lex.EOF}
			return Unknown
		}
		defer func() { e.depth-- }()
	}
	if level == len(levels) {
		return e.unary()
	}
	left := e.binary(level + 1)
	for {
		op := e.operator(level)
		if op == "" {
			break
		}
		for range op {
			e.next()
		}
		left = apply(op, left, e.binary(level+1))
	}
	if level == 0 && e.punct('?') {
		e.next()
		a := e.binary(0)
		if !e.punct(':') {
			return Unknown
		}
		e.next()
		b := e.binary(0)
		switch left.tri() {
		case Yes:
			return a
		case No:
			return b
		}
		return Unknown
	}
	return left
}

func (e *expr) unary() Value {
	if e.depth++; e.depth > maxDepth {
		e.tok = lex.Token{Kind: lex.EOF}
		return Unknown
	}
	defer func() { e.depth-- }()
	switch {
	case e.punct('!'):
		e.next()
		return truth(e.unary().tri().Not())
	case e.punct('-'):
		e.next()
		v := e.unary()
		return Value{-v.n, v.known}
	case e.punct('+'):
		e.next()
		return e.unary()
	case e.punct('~'):
		e.next()
		v := e.unary()
		return Value{^v.n, v.known}
	case e.punct('@'):
		return e.substituted()
	case e.punct('('):
		e.next()
		v := e.binary(0)
		if !e.punct(')') {
			return Unknown
		}
		e.next()
		return v
	case e.tok.Kind == lex.Number:
		n, err := strconv.ParseInt(strings.TrimRight(strings.ReplaceAll(e.text(), "'", ""), "uUlL"), 0, 64)
		e.next()
		return Value{n, err == nil}
	case e.tok.Kind == lex.Ident:
		return e.name()
	}
	e.next()
	return Unknown
}

// substituted is @NAME@ of a template, in whose place configure writes 0 or 1. Of
// HAVE_X it is what is known of the macro of that name.
func (e *expr) substituted() Value {
	e.next()
	name := e.src[e.tok.Start:e.tok.End]
	e.next()
	if !e.punct('@') {
		return Unknown
	}
	e.next()
	if !strings.HasPrefix(string(name), "HAVE_") {
		return Unknown
	}
	defined, _ := e.world.Macro(name)
	return truth(defined)
}

// name evaluates defined X, __has_include(…) and names.
func (e *expr) name() Value {
	switch word := e.text(); word {
	case "defined":
		e.next()
		paren := e.punct('(')
		if paren {
			e.next()
		}
		defined, _ := e.world.Macro(e.src[e.tok.Start:e.tok.End])
		if e.tok.Kind != lex.Ident {
			defined = Maybe
		}
		e.next()
		if paren && e.punct(')') {
			e.next()
		}
		return truth(defined)
	case "__has_include", "__has_include_next":
		return truth(e.hasInclude())
	default:
		name := e.src[e.tok.Start:e.tok.End]
		e.next()
		if e.punct('(') { // a macro with arguments, or one that is missing
			e.arguments()
			if defined, _ := e.world.Macro(name); defined == No {
				return number(0)
			}
			return Unknown
		}
		defined, v := e.world.Macro(name)
		if defined == No {
			return number(0)
		}
		return v
	}
}

func (e *expr) arguments() {
	for depth := 0; e.tok.Kind != lex.EOF; {
		if e.punct('(') {
			depth++
		} else if e.punct(')') {
			if depth--; depth == 0 {
				e.next()
				return
			}
		}
		e.next()
	}
}

func (e *expr) hasInclude() Tri {
	e.next()
	start := e.tok.End
	e.arguments()
	end := min(e.tok.Start, len(e.src))
	if start > end {
		return Maybe
	}
	name, _, ok := HeaderName(e.src[start:end])
	if !ok {
		return Maybe
	}
	return e.world.HasInclude(name)
}

// HeaderName reads <x.h> or "x.h" at the start of s.
func HeaderName(s []byte) (name string, angled, ok bool) {
	text := strings.TrimSpace(string(s))
	if text == "" {
		return "", false, false
	}
	end := map[byte]byte{'<': '>', '"': '"'}[text[0]]
	if end == 0 {
		return "", false, false
	}
	i := strings.IndexByte(text[1:], end)
	if i <= 0 {
		return "", false, false
	}
	return text[1 : 1+i], end == '>', true
}
