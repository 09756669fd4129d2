// Package libc has what each C library answers for the names of getconf: static
// tables, without maps, as the start of the process is most of its cost.
package libc

import (
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/system"
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// fact is what a libc answers for one constant of unistd.h: a text that is
// always the same or, where ask is set, what ask finds out.
type fact struct {
	constant string
	text     string
	ask      func(*system.Query) (string, error)
}

// Libc is one C library's answers, sorted by constant.
type Libc struct {
	facts     []fact
	newNames  bool // whether the names that glibc got after 2.36 exist
	looksPath bool // whether pathconf rejects an empty path, for every constant
}

// Lists says whether n exists for l: it is recognized, and printed by -a.
func (l *Libc) Lists(n *Name) bool { return n.since == "" || l.newNames }

// Answer is the value of constant, value.Undefined, or the error of a system call.
func (l *Libc) Answer(constant string, asked *system.Query) (string, error) {
	if l.looksPath && isPath(constant) && asked.Path == "" {
		return "", syscall.ENOENT
	}
	f := l.fact(constant)
	switch {
	case f == nil:
		return "", value.Undefined
	case f.ask != nil:
		asked.Constant = constant
		return f.ask(asked)
	case f.text == "" && !isString(constant): // a number that this target lacks
		return "", value.Undefined
	}
	return f.text, nil
}

// fact is the row of the sorted table that constant has, or nil.
func (l *Libc) fact(constant string) *fact {
	low, high := 0, len(l.facts)
	for low < high {
		middle := int(uint(low+high) / 2)
		if l.facts[middle].constant < constant {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(l.facts) || l.facts[low].constant != constant {
		return nil
	}
	return &l.facts[low]
}

func isPath(constant string) bool   { return constant[1] == 'P' } // _PC_
func isString(constant string) bool { return constant[1] == 'C' } // _CS_
