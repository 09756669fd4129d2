// Package threadinside: the inside of glibc's mutexes and condition variables.
package threadinside

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "thread-inside",
	Class:   rules.Prototype,
	Summary: "the members of pthread_mutex_t and its like are glibc's own",
	Doc:     doc,
	Words:   []string{"__data"},
	Match:   match,
	Reach:   []string{"pthread.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "keep what you want to know beside the lock: its members are private"},
}

// inside are the members that glibc's locks have in __data, as its headers show them.
var inside = map[string]bool{"__lock": true, "__count": true, "__owner": true, "__nusers": true, "__kind": true, "__spins": true,
	"__elision": true, "__list": true, "__readers": true, "__writers": true, "__wrphase_futex": true, "__writers_futex": true,
	"__cur_writer": true, "__shared": true, "__flags": true, "__wseq": true, "__g1_start": true, "__g_refs": true, "__g_size": true,
	"__wrefs": true, "__g_signals": true, "__nwaiters": true}

func match(s rules.Site) bool {
	next := s.Next(2)
	return s.Member() && next[0].Byte == '.' && inside[s.Word(next[1])]
}
