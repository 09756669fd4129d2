// Package threadstack: threads have 128 KiB of stack on musl, 8 MiB on glibc.
package threadstack

import (
	_ "embed"
	"regexp"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
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
	Words:   []string{"pthread_create", "thrd_create"},
	Match:   match,
	Reach:   []string{"pthread.h", "threads.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "threadstack", Text: "link with -Wl,-z,stack-size=8388608"},
}

// byDefault are calls that give the thread a stack of the default size.
var byDefault = regexp.MustCompile(`pthread_create\s*\([^;]{1,200}?,\s*(?:NULL|0|nullptr)\s*,|thrd_create\s*\(`)

// again bounds the bytes before a call in which another one tells the same.
const again = 64 << 10

// match: the first of several threads of default size, in a file with functions that
// need much stack. Where those are elsewhere, nothing shows that it matters.
func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	if s.Text(s.Token) == "pthread_create" && (len(args) != 4 || args[1] != "NULL" && args[1] != "0" && args[1] != "nullptr") {
		return false
	}
	return !byDefault.Match(s.Src[max(0, s.Token.Start-again):s.Token.Start]) && heavy(s)
}
