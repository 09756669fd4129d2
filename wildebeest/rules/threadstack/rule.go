// Package threadstack: threads have 128 KiB of stack on musl, 8 MiB on glibc.
package threadstack

import (
	_ "embed"

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
	Words:   []string{"pthread_create"},
	Match:   match,
	Reach:   []string{"pthread.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Shim, Module: "threadstack", Text: "link with -Wl,-z,stack-size=8388608"},
}

func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	return len(args) == 4 && (args[1] == "NULL" || args[1] == "0" || args[1] == "nullptr")
}
