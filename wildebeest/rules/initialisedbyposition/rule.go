// Package initialisedbyposition: structs of the C library that are initialised by position,
// whose members stand elsewhere in musl's.
package initialisedbyposition

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
	ID:      "initialised-by-position",
	Class:   rules.Prototype,
	Summary: "a struct that is initialised by position, whose members stand elsewhere on musl",
	Doc:     doc,
	Words:   []string{"msghdr", "cmsghdr"},
	Match:   match,
	Reach:   []string{"sys/socket.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "name the members: { .msg_iov = … }"},
}

// alike are the members, from the first, that stand in the same place in both
// libraries: musl has padding beside msg_iovlen, and before cmsg_level.
var alike = map[string]int{"msghdr": 4, "cmsghdr": 1}

// maxInitialiser bounds the tokens of an initialiser and of what comes before it.
const maxInitialiser = 400

// match: more values than stand alike are given without a name, to a variable or to a
// literal (struct msghdr){…}.
func match(s rules.Site) bool {
	if s.Word(s.Prev) != "struct" && !s.Cpp {
		return false
	}
	l := s.After
	assigned := false
	for range maxInitialiser {
		switch t := l.Next(); {
		case t.Kind == lex.EOF, t.Kind == lex.Punct && t.Byte == ';':
			return false
		case t.Kind == lex.Punct && t.Byte == '*' && !assigned:
			return false
		case t.Kind == lex.Punct && t.Byte == '(' && !assigned:
			return false
		case t.Kind == lex.Punct && (t.Byte == '=' || t.Byte == ')'):
			assigned = true
		case t.Kind == lex.Punct && t.Byte == '{' && assigned:
			if positional(&l) > alike[s.Text(s.Token)] {
				return true
			}
			assigned = false
		case t.Kind == lex.Punct && t.Byte == '{':
			return false
		case assigned && t.Kind == lex.Punct && t.Byte == ',':
			assigned = false
		}
	}
	return false
}

// positional counts the values of an initialiser up to one that is named, whose brace
// was just read.
func positional(l *lex.Lexer) int {
	depth, values, empty := 1, 0, true
	for range maxInitialiser {
		t := l.Next()
		if t.Kind == lex.EOF {
			return values
		}
		if t.Kind != lex.Punct {
			empty = false
			continue
		}
		switch t.Byte {
		case '.', '[':
			if empty && depth == 1 { // a name: what follows goes on from there
				skip(l)
				return values
			}
			if t.Byte == '[' {
				depth++
			}
		case '(', '{':
			depth++
			empty = false
		case ')', ']', '}':
			if depth--; depth == 0 {
				if !empty {
					values++
				}
				return values
			}
		case ',':
			if depth == 1 {
				values++
				empty = true
			}
		default:
			empty = false
		}
	}
	return values
}

// skip goes to the end of an initialiser.
func skip(l *lex.Lexer) {
	for depth := 1; depth > 0; {
		switch t := l.Next(); {
		case t.Kind == lex.EOF:
			return
		case t.Kind == lex.Punct && (t.Byte == '{' || t.Byte == '('):
			depth++
		case t.Kind == lex.Punct && (t.Byte == '}' || t.Byte == ')'):
			depth--
		}
	}
}
