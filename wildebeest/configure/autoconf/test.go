package autoconf

import (
	"strconv"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// test is the expression of the command test being read.
type test struct {
	*run
	args   []value
	pos    int
	causes []probe.Cause
}

func (t *test) word() string {
	if t.pos < len(t.args) && t.args[t.pos].known {
		return t.args[t.pos].text
	}
	return ""
}

func (t *test) or() preproc.Tri {
	v := t.and()
	for t.word() == "-o" {
		t.pos++
		v = max(v, t.and())
	}
	if t.pos < len(t.args) {
		return preproc.Maybe
	}
	return v
}

func (t *test) and() preproc.Tri {
	v := t.primary()
	for t.word() == "-a" {
		t.pos++
		v = min(v, t.primary())
	}
	return v
}

func (t *test) primary() preproc.Tri {
	not := false
	for t.word() == "!" && len(t.args)-t.pos > 1 {
		t.pos++
		not = !not
	}
	v := t.comparison()
	if not {
		return v.Not()
	}
	return v
}

// comparison reads one, two or three words.
func (t *test) comparison() preproc.Tri {
	left := len(t.args) - t.pos
	if left >= 3 {
		if do, ok := operators[t.args[t.pos+1].text]; ok {
			a, b := t.args[t.pos], t.args[t.pos+2]
			t.pos += 3
			t.causes = probe.Join(probe.Join(t.causes, a.causes), b.causes)
			return do(a, b)
		}
	}
	if left >= 2 {
		a := t.args[t.pos+1]
		switch t.word() {
		case "-n", "-z":
			empty := t.word() == "-z"
			t.pos += 2
			t.causes = probe.Join(t.causes, a.causes)
			is := isEmpty(a)
			if !empty {
				return is.Not()
			}
			return is
		}
	}
	if left == 1 {
		a := t.args[t.pos]
		t.pos++
		t.causes = probe.Join(t.causes, a.causes)
		return isEmpty(a).Not()
	}
	t.pos = len(t.args)
	return preproc.Maybe
}

func isEmpty(v value) preproc.Tri {
	switch {
	case v.known:
		return preproc.Truth(v.text == "")
	case v.text != "" || v.more:
		return preproc.No
	}
	return preproc.Maybe
}

// operators are the comparisons of two words.
var operators = map[string]func(a, b value) preproc.Tri{
	"=":   same,
	"==":  same,
	"!=":  func(a, b value) preproc.Tri { return same(a, b).Not() },
	"-eq": numbers(func(a, b int) bool { return a == b }),
	"-ne": numbers(func(a, b int) bool { return a != b }),
	"-lt": numbers(func(a, b int) bool { return a < b }),
	"-le": numbers(func(a, b int) bool { return a <= b }),
	"-gt": numbers(func(a, b int) bool { return a > b }),
	"-ge": numbers(func(a, b int) bool { return a >= b }),
}

func same(a, b value) preproc.Tri {
	switch {
	case a.known && b.known:
		return preproc.Truth(a.text == b.text)
	case differs(a, b) || differs(b, a):
		return preproc.No
	}
	return preproc.Maybe
}

// differs reports whether what a begins with shows that it is not b.
func differs(a, b value) bool {
	if a.known || !b.known {
		return false
	}
	return len(b.text) < len(a.text) || b.text[:len(a.text)] != a.text || a.more && b.text == a.text
}

func numbers(holds func(a, b int) bool) func(a, b value) preproc.Tri {
	return func(a, b value) preproc.Tri {
		x, xerr := strconv.Atoi(a.text)
		y, yerr := strconv.Atoi(b.text)
		if !a.known || !b.known || xerr != nil || yerr != nil {
			return preproc.Maybe
		}
		return preproc.Truth(holds(x, y))
	}
}
