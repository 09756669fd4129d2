// Package rules holds what the name database can't tell: names that both
// libraries have and that behave differently, headers that clash, language that
// clang rejects, build files that name libraries musl lacks.
//
// One rule is one directory: doc.md says what and why, with code before and
// after; rule.go looks at the places where the rule's words stand, or at the lines
// of build files; testdata holds files whose lines say what must fire. all/all.go, which go generate
// writes, lists them. An id is never used again for another rule.
package rules

//go:generate go run ./list

import (
	"bytes"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// Class is the sort of trouble a rule finds.
type Class string

// The classes of rules.
const (
	Behaviour Class = "behaviour" // compiles, and does something else
	Prototype Class = "prototype" // declared otherwise: no longer compiles since gcc 14 and clang 16
	Language  Class = "language"  // gcc takes it, clang does not
	Toolchain Class = "toolchain" // of the linker and the library's files
	Removed   Class = "removed"   // what newer releases of glibc have dropped too
)

// Rule is one check.
type Rule struct {
	ID      string // also its directory's name
	Class   Class
	Summary string // one line, lower case
	Doc     string // doc.md: what, why, before and after
	// Words are the identifiers that Match is asked about; a word "\"" stands
	// for every string literal, "(" for every one behind a name in a function.
	Words []string
	// Match says whether the word at a site is a case of the rule. Nil: always.
	Match func(Site) bool
	// Line finds the places in a line of a build file; nil: the rule is about
	// sources, by Words and Match, or is Configured.
	Line func(Line) []Hit
	// Configured says that package configure finds the places, by following the
	// configuration of the tree; their remedies are those of what is missing.
	Configured bool
	// Reach lists headers of which one must be included, on glibc's side;
	// Unless those of which none may be, on musl's.
	Reach, Unless []string
	// Particular has what is different for some of the words, by word.
	Particular map[string]Particular
	// OwnCounts keeps a site even where the tree defines the word itself.
	OwnCounts bool
	// Before99 says that it matters only where the language is older than C99: unsure
	// where that is not known.
	Before99 bool
	Remedy   gnuism.Remedy
}

// Particular is what a rule says of one word.
type Particular struct {
	Reach  []string
	Remedy gnuism.Remedy
}

// RemedyOf is the remedy of a place by its word.
func (r *Rule) RemedyOf(word string) gnuism.Remedy {
	if p, ok := r.Particular[word]; ok {
		return p.Remedy
	}
	return r.Remedy
}

// ReachOf lists the headers of which one must be included for a word.
func (r *Rule) ReachOf(word string) []string {
	if p, ok := r.Particular[word]; ok {
		return p.Reach
	}
	return r.Reach
}

// Site is a word of a rule in a file, with what stands around it.
type Site struct {
	Src         []byte
	Prev, Prev2 lex.Token // the tokens before the word
	Token       lex.Token
	Depth       int       // of braces; 0 is file scope
	After       lex.Lexer // stands behind the word; copies may go on from there
	Cpp         bool
	Macro       bool // in the body of a #define
	Target      gnuism.Release
	Struct      bool // in the body of a struct
}

// Text returns the source of a token.
func (s *Site) Text(t lex.Token) string { return string(s.Src[t.Start:t.End]) }

// Word returns the text of an identifier, and "" of any other token.
func (s *Site) Word(t lex.Token) string {
	if t.Kind != lex.Ident {
		return ""
	}
	return s.Text(t)
}

// longestPrefix bounds the bytes of a line that LinePrefix returns: one line may
// be the whole file.
const longestPrefix = 1000

// LinePrefix returns what stands before a place in its line, and at its end where
// that is long.
func (s *Site) LinePrefix(at int) []byte {
	before := s.Src[max(0, at-longestPrefix):at]
	return before[bytes.LastIndexByte(before, '\n')+1:]
}

// Next returns the n tokens behind the word.
func (s *Site) Next(n int) []lex.Token {
	l, out := s.After, []lex.Token(nil)
	for range n {
		out = append(out, l.Next())
	}
	return out
}

// Called reports whether the word is called.
func (s *Site) Called() bool { return s.Next(1)[0].Byte == '(' && !s.Member() }

// Taken reports whether the address of the word is taken: f = name; or &name.
func (s *Site) Taken() bool {
	if s.Prev.Kind != lex.Punct || s.Prev.Byte != '=' && s.Prev.Byte != '&' || s.Prev2.Kind == lex.Punct && s.Prev2.Byte == s.Prev.Byte {
		return false
	}
	next := s.Next(1)[0]
	return next.Kind == lex.Punct && (next.Byte == ';' || next.Byte == ',' || next.Byte == ')' || next.Byte == '}')
}

// Member reports whether the word stands behind . or ->.
func (s *Site) Member() bool {
	return s.Prev.Kind == lex.Arrow || s.Prev.Kind == lex.Punct && s.Prev.Byte == '.'
}

// Declared reports whether the word is being declared: a type stands before it.
func (s *Site) Declared() bool {
	switch s.Word(s.Prev) {
	case "", "return", "else", "case", "do":
		return s.Depth == 0 && s.Prev.Kind == lex.Punct && s.Prev.Byte == '*'
	}
	return true
}

// maxArguments bounds the tokens of a call that are looked at.
const maxArguments = 2000

// Arguments returns the arguments of a call as text, white space and comments
// as they stand, and the token behind the closing parenthesis.
func (s *Site) Arguments() (args []string, after lex.Token) {
	l := s.After
	if t := l.Next(); t.Byte != '(' {
		return nil, t
	} else {
		start, depth := t.End, 1
		for range maxArguments {
			t = l.Next()
			switch {
			case t.Kind == lex.EOF:
				return args, t
			case t.Kind != lex.Punct:
			case t.Byte == '(' || t.Byte == '[' || t.Byte == '{':
				depth++
			case t.Byte == ')' || t.Byte == ']' || t.Byte == '}':
				if depth--; depth == 0 {
					return append(args, string(bytes.TrimSpace(s.Src[start:t.Start]))), l.Next()
				}
			case t.Byte == ',' && depth == 1:
				args = append(args, string(bytes.TrimSpace(s.Src[start:t.Start])))
				start = t.End
			}
		}
	}
	return args, lex.Token{}
}
