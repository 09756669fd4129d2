// Package threadstack: threads have 128 KiB of stack on musl, 8 MiB on glibc.
package threadstack

import (
	"bytes"
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
	ID:      "thread-stack",
	Class:   rules.Behaviour,
	Summary: "threads have 128 KiB of stack on musl, 8 MiB on glibc",
	Doc:     doc,
	Words:   []string{"pthread_create", "thrd_create", "thread", "jthread", "async"},
	Match:   match,
	Reach:   []string{"pthread.h", "threads.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "threadstack", Text: "link with -Wl,-z,stack-size=8388608"},
}

// byDefault are calls that give the thread a stack of the default size.
var byDefault = regexp.MustCompile(`pthread_create\s*\([^;]{1,200}?,\s*(?:NULL|0|nullptr)\s*,|thrd_create\s*\(|std::(?:j?thread\s+\w+\s*[({]|j?thread\s*[({]|async\s*\()`)

// again bounds the bytes before a call in which another one tells the same.
const again = 64 << 10

// match: the first of several threads of default size, in a file with functions that
// need much stack. Where those are elsewhere, nothing shows that it matters.
func match(s rules.Site) bool {
	before := s.Src[max(0, s.Token.Start-again):s.Token.Start]
	switch s.Text(s.Token) {
	case "pthread_create":
		if !s.Called() || s.Declared() {
			return false
		}
		args, _ := s.Arguments()
		if len(args) != 4 || args[1] != "NULL" && args[1] != "0" && args[1] != "nullptr" && !untouched(before, args[1]) {
			return false
		}
	case "thrd_create":
		if !s.Called() || s.Declared() {
			return false
		}
	default:
		if !ofStandard(s) {
			return false
		}
	}
	return !byDefault.Match(before) && heavy(s)
}

// untouched reports whether attributes are made before the call, and no size of stack
// is put into them.
func untouched(before []byte, attributes string) bool {
	return strings.HasPrefix(attributes, "&") && bytes.Contains(before, []byte("pthread_attr_init")) &&
		!bytes.Contains(before, []byte("pthread_attr_setstack")) && !bytes.Contains(before, []byte("pthread_create"))
}

// ofStandard reports whether the word is one of C++'s ways to start a thread: it is
// given something to do.
func ofStandard(s rules.Site) bool {
	if !s.Cpp || s.Prev.Kind != lex.Punct || s.Prev.Byte != ':' || s.Prev2.Kind != lex.Punct || s.Prev2.Byte != ':' ||
		!bytes.HasSuffix(bytes.TrimRight(s.Src[:s.Prev2.Start], " "), []byte("std")) {
		return false
	}
	next := s.Next(3)
	open := 0
	if next[0].Kind == lex.Ident && s.Text(s.Token) != "async" {
		open = 1
	}
	begins, first := next[open], next[open+1]
	return begins.Kind == lex.Punct && (begins.Byte == '(' || begins.Byte == '{') && first.Byte != ')' && first.Byte != '}'
}
