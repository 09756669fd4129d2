package cmake

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// condition evaluates the arguments of if, and says which failed checks it looks at.
func (r *run) condition(args []argument) (preproc.Tri, []probe.Cause) {
	t := &test{run: r, args: args}
	v := t.or(0)
	if t.pos < len(args) {
		return preproc.Maybe, t.causes
	}
	return v, t.causes
}

// test is a condition being read.
type test struct {
	*run
	args   []argument
	pos    int
	causes []probe.Cause
}

func (t *test) word(offset int) string {
	if i := t.pos + offset; i < len(t.args) && !t.args[i].quoted {
		return t.args[i].text
	}
	return ""
}

func (t *test) or(depth int) preproc.Tri {
	v := t.and(depth)
	for t.word(0) == "OR" {
		t.pos++
		v = max(v, t.and(depth))
	}
	return v
}

func (t *test) and(depth int) preproc.Tri {
	v := t.not(depth)
	for t.word(0) == "AND" {
		t.pos++
		v = min(v, t.not(depth))
	}
	return v
}

func (t *test) not(depth int) preproc.Tri {
	if depth > probe.MaxDepth {
		t.pos = len(t.args)
		return preproc.Maybe
	}
	if t.word(0) == "NOT" {
		t.pos++
		return t.not(depth + 1).Not()
	}
	if t.word(0) == "(" {
		t.pos++
		v := t.or(depth + 1)
		if t.word(0) == ")" {
			t.pos++
		}
		return v
	}
	return t.comparison()
}

// unary are the tests of one argument whose answer is not known, but for DEFINED.
var unary = map[string]bool{"EXISTS": true, "COMMAND": true, "TARGET": true, "POLICY": true, "TEST": true, "IS_DIRECTORY": true, "IS_SYMLINK": true,
	"IS_ABSOLUTE": true, "DEFINED": true, "IS_READABLE": true, "IS_WRITABLE": true, "IS_EXECUTABLE": true}

// binary are the comparisons, by what each does with known operands.
var binary = map[string]func(a, b string) preproc.Tri{
	"STREQUAL":              func(a, b string) preproc.Tri { return preproc.Truth(a == b) },
	"MATCHES":               matches,
	"EQUAL":                 numbers(func(order int) bool { return order == 0 }),
	"LESS":                  numbers(func(order int) bool { return order < 0 }),
	"GREATER":               numbers(func(order int) bool { return order > 0 }),
	"IN_LIST":               func(a, b string) preproc.Tri { return preproc.Maybe },
	"STRLESS":               func(a, b string) preproc.Tri { return preproc.Truth(a < b) },
	"STRGREATER":            func(a, b string) preproc.Tri { return preproc.Truth(a > b) },
	"LESS_EQUAL":            numbers(func(order int) bool { return order <= 0 }),
	"GREATER_EQUAL":         numbers(func(order int) bool { return order >= 0 }),
	"VERSION_LESS":          versions(func(order int) bool { return order < 0 }),
	"VERSION_GREATER":       versions(func(order int) bool { return order > 0 }),
	"VERSION_EQUAL":         versions(func(order int) bool { return order == 0 }),
	"VERSION_LESS_EQUAL":    versions(func(order int) bool { return order <= 0 }),
	"VERSION_GREATER_EQUAL": versions(func(order int) bool { return order >= 0 }),
	"PATH_EQUAL":            func(a, b string) preproc.Tri { return preproc.Maybe },
	"IS_NEWER_THAN":         func(a, b string) preproc.Tri { return preproc.Maybe },
}

func matches(a, b string) preproc.Tri {
	re, err := regexp.Compile(b)
	if err != nil {
		return preproc.Maybe
	}
	return preproc.Truth(re.MatchString(a))
}

func numbers(holds func(int) bool) func(a, b string) preproc.Tri {
	return func(a, b string) preproc.Tri {
		x, err := strconv.ParseFloat(a, 64)
		y, yerr := strconv.ParseFloat(b, 64)
		return preproc.Truth(err == nil && yerr == nil && holds(cmp.Compare(x, y)))
	}
}

// versions compares numbers joined by dots; what is none counts as 0.
func versions(holds func(int) bool) func(a, b string) preproc.Tri {
	return func(a, b string) preproc.Tri {
		x, y := strings.Split(a, "."), strings.Split(b, ".")
		order := 0
		for i := 0; i < max(len(x), len(y)) && order == 0; i++ {
			order = cmp.Compare(component(x, i), component(y, i))
		}
		return preproc.Truth(holds(order))
	}
}

func component(version []string, i int) int {
	if i >= len(version) {
		return 0
	}
	n, _ := strconv.Atoi(version[i])
	return n
}

// comparison reads a test of one or two arguments, or a value alone.
func (t *test) comparison() preproc.Tri {
	if t.pos >= len(t.args) {
		return preproc.Maybe
	}
	if word := t.word(0); unary[word] && t.pos+1 < len(t.args) {
		name := t.expand(t.args[t.pos+1])
		t.pos += 2
		if v, ok := t.vars.Get(name.text); word == "DEFINED" && name.known && ok {
			if !v.known {
				return preproc.Maybe
			}
			return preproc.Yes
		}
		return preproc.Maybe
	}
	left := t.args[t.pos]
	t.pos++
	do := binary[t.word(0)]
	if do == nil || t.pos+1 >= len(t.args) {
		return t.truth(left)
	}
	operator := t.word(0)
	right := t.args[t.pos+1]
	t.pos += 2
	a, b := t.operand(left), t.operand(right)
	if operator == "MATCHES" {
		b = t.expand(right)
	}
	t.causes = probe.Join(probe.Join(t.causes, a.causes), b.causes)
	if !a.known || !b.known {
		return t.unknown(a, b)
	}
	return do(a.text, b.text)
}

// unknown compares with something that is not known: with the name of a C library
// that is possible.
func (t *test) unknown(a, b value) preproc.Tri {
	for _, v := range []value{a, b} {
		if v.known {
			if is, ok := probe.Library(t.log, v.text); ok {
				t.causes = probe.Join(t.causes, []probe.Cause{{Name: v.text}})
				return is
			}
		}
	}
	return preproc.Maybe
}

// variable is the form of variables' names, which texts seldom have.
var variable = regexp.MustCompile(`^[A-Z][A-Z0-9]*_[A-Z0-9_]+$`)

// operand is an argument of a comparison: a variable's value where its name is one.
func (t *test) operand(a argument) value {
	v := t.expand(a)
	if !a.quoted && v.known {
		if held, ok := t.vars.Get(v.text); ok || variable.MatchString(v.text) {
			return held
		}
	}
	return v
}

// truth is the value of an argument that stands alone.
func (t *test) truth(a argument) preproc.Tri {
	v := t.expand(a)
	t.causes = probe.Join(t.causes, v.causes)
	if !v.known {
		return preproc.Maybe
	}
	if is, ok := constant(v.text); ok {
		return is
	}
	if a.quoted {
		return preproc.No
	}
	held, ok := t.vars.Get(v.text)
	t.causes = probe.Join(t.causes, held.causes)
	if !ok || !held.known {
		return preproc.Maybe
	}
	is, ok := constant(held.text)
	if !ok {
		return preproc.Yes
	}
	return is
}

// constant is the truth of a word that has one.
func constant(s string) (preproc.Tri, bool) {
	switch strings.ToUpper(s) {
	case "1", "ON", "YES", "TRUE", "Y":
		return preproc.Yes, true
	case "", "0", "OFF", "NO", "FALSE", "N", "IGNORE", "NOTFOUND":
		return preproc.No, true
	}
	if strings.HasSuffix(s, "-NOTFOUND") {
		return preproc.No, true
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return preproc.Truth(n != 0), true
	}
	return preproc.Maybe, false
}
