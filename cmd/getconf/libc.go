package main

// fact is what a libc answers for one constant of unistd.h: a text that is
// always the same or, where ask is set, what ask finds out.
type fact struct {
	constant string
	text     string
	ask      func(*query) (string, error)
}

// query is what the functions behind live facts need to know.
type query struct {
	path string
}

// libc is one C library's answers, sorted by constant.
type libc struct {
	facts    []fact
	newNames bool // whether the names that glibc got after 2.36 exist
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
		return "", errUndefined
	}
	if f := &l.facts[low]; f.ask != nil {
		return f.ask(asked)
	}
	return l.facts[low].text, nil
}
