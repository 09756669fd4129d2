package main

import "syscall"

// fact is what a libc answers for one constant of unistd.h: a text that is
// always the same or, where ask is set, what ask finds out.
type fact struct {
	constant string
	text     string
	ask      func(*query) (string, error)
}

// query is what the functions behind live facts need to know.
type query struct {
	path     string
	constant string       // the one that is asked for
	examined *examination // what is known of the path
	cache    foundCache   // and of a cache
}

// libc is one C library's answers, sorted by constant.
type libc struct {
	facts     []fact
	newNames  bool // whether the names that glibc got after 2.36 exist
	looksPath bool // whether pathconf rejects an empty path, for every constant
}

// lists says whether n exists for l: it is recognized, and printed by -a.
func (l *libc) lists(n *name) bool { return n.since == "" || l.newNames }

// noValue is why there is none.
type noValue string

func (v noValue) Error() string { return string(v) }

const (
	errUndefined    = noValue("undefined")    // the libc has no value for the constant
	errUnrecognized = noValue("unrecognized") // the variable itself does not exist there
)

// answer is the value of constant, errUndefined, or the error of a system call.
func (l *libc) answer(constant string, asked *query) (string, error) {
	if l.looksPath && isPath(constant) && asked.path == "" {
		return "", syscall.ENOENT
	}
	f := l.fact(constant)
	switch {
	case f == nil:
		return "", errUndefined
	case f.ask != nil:
		asked.constant = constant
		return f.ask(asked)
	case f.text == "" && !isString(constant): // a number that this target lacks
		return "", errUndefined
	}
	return f.text, nil
}

// fact is the row of the sorted table that constant has, or nil.
func (l *libc) fact(constant string) *fact {
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
