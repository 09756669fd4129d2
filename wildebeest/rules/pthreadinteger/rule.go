// Package pthreadinteger: pthread_t is a number on glibc and a pointer on musl.
package pthreadinteger

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "pthread-integer",
	Class:   rules.Prototype,
	Summary: "pthread_t is taken for a number: it is a pointer on musl",
	Doc:     doc,
	Words:   []string{"pthread_self", "pthread_t"},
	Match:   match,
	Reach:   []string{"pthread.h", "sys/types.h", "threads.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "compare with pthread_equal, cast to uintptr_t to print, and keep apart whether there is a thread"},
}

// number is a declaration of an integer to which the call's value goes.
var number = regexp.MustCompile(`(?:^|[\s(;{])(?:unsigned|signed|int|long|short|uint\d+_t|int\d+_t|size_t|ssize_t|uintptr_t|intptr_t|pid_t)\s+\w+\s*=\s*$`)

// match: an integer is set to pthread_self() without a cast, a pthread_t to a number
// other than 0, or it is calculated with.
func match(s rules.Site) bool {
	if s.Cpp || s.Macro || s.Member() {
		return false
	}
	if s.Text(s.Token) == "pthread_self" {
		_, after := s.Arguments()
		arithmetic := after.Kind == lex.Punct && strings.IndexByte("%^", after.Byte) >= 0
		return s.Called() && !s.Declared() && (arithmetic || s.Prev.Byte == '=' && number.Match(s.LinePrefix(s.Token.Start)))
	}
	next := s.Next(5)
	if next[0].Kind != lex.Ident || next[1].Byte != '=' || next[2].Byte == '=' {
		return false
	}
	value := next[2]
	if value.Kind == lex.Punct && value.Byte == '-' {
		return next[3].Kind == lex.Number
	}
	return value.Kind == lex.Number && s.Text(value) != "0" && next[3].Byte != '('
}
