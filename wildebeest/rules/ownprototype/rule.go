// Package ownprototype: a program that defines a function of the C library itself, with
// glibc's prototype.
package ownprototype

import (
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:         "own-prototype",
	Class:      rules.Prototype,
	Summary:    "a function of the C library that the program declares itself, with glibc's prototype",
	Doc:        doc,
	Words:      words(),
	Match:      match,
	OwnCounts:  true,
	Particular: particular(),
	Remedy:     gnuism.Remedy{Kind: gnuism.Alternative, Text: "write POSIX's prototype, or cast the pointer to the function"},
}

// prototype is where a function's prototypes differ: the header that declares it, and
// the parameter, from 0, that only glibc has so.
type prototype struct {
	header    string
	parameter int
	glibc     *regexp.Regexp
}

// prototypes are functions whose prototypes differ between the headers of glibc 2.36
// and musl 1.2.6 in a type that both have. Where the type is glibc's alone, as
// __CONST_SOCKADDR_ARG, its name is a finding itself.
var prototypes = map[string]prototype{
	"ioctl":         {"sys/ioctl.h", 1, regexp.MustCompile(`^(?:unsigned long(?: int)?|long unsigned int|ulong|u?int64_t|size_t)\b`)},
	"recvmmsg":      {"sys/socket.h", 3, regexp.MustCompile(`^int\b`)},
	"sendmmsg":      {"sys/socket.h", 3, regexp.MustCompile(`^int\b`)},
	"fanotify_mark": {"sys/fanotify.h", 2, regexp.MustCompile(`^(?:__)?u?int64_t\b|^unsigned long(?: int)?(?: \w+)?$`)},
}

func words() []string { return slices.Sorted(maps.Keys(prototypes)) }

func particular() map[string]rules.Particular {
	m := map[string]rules.Particular{}
	for name, p := range prototypes {
		m[name] = rules.Particular{Reach: []string{p.header}, Remedy: gnuism.Remedy{Kind: gnuism.Alternative, Text: "write POSIX's prototype"}}
	}
	return m
}

// match: the function is declared or defined at file scope, and not as static, with
// glibc's type of the parameter.
func match(s rules.Site) bool {
	if s.Depth != 0 || s.Member() || s.Macro || s.Prev.Kind != lex.Ident && s.Prev.Byte != '*' {
		return false
	}
	if strings.Contains(string(s.LinePrefix(s.Token.Start)), "static") {
		return false
	}
	p := prototypes[s.Text(s.Token)]
	args, _ := s.Arguments()
	return p.parameter < len(args) && p.glibc.MatchString(strings.Join(strings.Fields(args[p.parameter]), " "))
}
