// Package strtolerrno: a number without digits sets EINVAL on musl and leaves errno alone on glibc.
package strtolerrno

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "strtol-errno",
	Class:   rules.Behaviour,
	Summary: "a number without digits sets EINVAL on musl and leaves errno alone on glibc",
	Doc:     doc,
	Words:   words,
	Match:   match,
	Reach:   []string{"stdlib.h", "inttypes.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "strtol"},
}

var words = []string{"strtol", "strtoul", "strtoll", "strtoull", "strtoimax", "strtoumax"}

// window bounds the tokens behind the call that are looked at; it holds the
// checks of every function of the packages that this was measured on.
const window = 200

// match: errno is tested next, for more than ERANGE, and nothing looks at where
// the number ended. Where the end pointer is looked at, a text without digits
// is refused with both libraries.
func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	return len(args) == 3 && errnoDecides(s) && !endIsUsed(s, args[1]) && !digitBefore(s, args[0])
}

// before bounds the bytes before the call that are searched for a look at the
// first digit.
const before = 300

// digitBefore reports whether the code before the call makes sure that the text
// begins with a digit.
func digitBefore(s rules.Site, text string) bool {
	name := strings.TrimLeft(text, "&*(+ ")
	if i := strings.IndexFunc(name, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i > 0 {
		name = name[:i]
	}
	src := s.Src[max(0, s.Token.Start-before):s.Token.Start]
	for _, test := range []string{"isdigit", "isxdigit"} {
		i := bytes.LastIndex(src, []byte(test))
		if i < 0 || name == "" {
			continue
		}
		line, _, _ := bytes.Cut(src[i:], []byte{'\n'})
		if bytes.Contains(line, []byte(name)) {
			return true
		}
	}
	return false
}

// errnoDecides reports whether the first thing that happens after the call is a
// test of errno that EINVAL passes or fails otherwise than 0 does.
func errnoDecides(s rules.Site) bool {
	l, depth := s.After, 0
	var prev lex.Token
	for range window {
		t := l.Next()
		switch {
		case t.Kind == lex.EOF || t.Byte == '}' && t.Kind == lex.Punct:
			return false
		case t.Byte == '(' && t.Kind == lex.Punct:
			if depth == 0 && prev.Kind == lex.Ident && !transparent[s.Word(prev)] {
				return false // errno is another call's by now
			}
			if s.Word(prev) == "" || !transparent[s.Word(prev)] {
				depth++
			}
		case t.Byte == ')' && t.Kind == lex.Punct:
			depth = max(depth-1, 0)
		case s.Word(t) == "errno":
			return decides(s, prev, l)
		}
		prev = t
	}
	return false
}

// transparent are words before "(" that leave errno alone.
var transparent = map[string]bool{"if": true, "while": true, "return": true, "likely": true, "unlikely": true, "__builtin_expect": true, "sizeof": true}

// decides looks at what is done with errno: compared with 0 or EINVAL, or taken
// for a truth value.
func decides(s rules.Site, prev lex.Token, after lex.Lexer) bool {
	t := after.Next()
	if t.Kind != lex.Punct {
		return false
	}
	second := after.Next()
	switch t.Byte {
	case '=', '!':
		if second.Byte != '=' { // errno = 0
			return false
		}
		to := s.Text(after.Next())
		return to == "0" || to == "EINVAL"
	case ')', '|', '&', '?':
		return prev.Kind == lex.Punct && (prev.Byte == '(' || prev.Byte == '|' || prev.Byte == '&' || prev.Byte == '!')
	case '>':
		return second.Byte == '0'
	}
	return false
}

// endIsUsed reports whether the code behind the call mentions the variable that
// the call has put the end into.
func endIsUsed(s rules.Site, end string) bool {
	name := end[strings.LastIndexAny(end, "&*.> (")+1:]
	name = strings.TrimRight(name, ")] ")
	if name == "" || name == "NULL" || name == "0" || name == "nullptr" {
		return false
	}
	l, depth := s.After, 0
	skipped := false // the call's own arguments
	for range window {
		t := l.Next()
		switch {
		case t.Kind == lex.EOF:
			return false
		case t.Kind == lex.Punct && (t.Byte == '(' || t.Byte == '{'):
			depth++
		case t.Kind == lex.Punct && (t.Byte == ')' || t.Byte == '}'):
			if depth--; depth == 0 {
				skipped = true
			}
			if depth < 0 && t.Byte == '}' && s.Depth+depth <= 0 {
				return false // the function's end
			}
		case skipped && s.Word(t) == name:
			return true
		case slices.Contains(words, s.Word(t)):
			return false // the next number
		}
	}
	return false
}
