package meson

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// eval is the value of an expression.
func (r *run) eval(n *node) value {
	if !r.log.Step() {
		return value{}
	}
	switch n.op {
	case "id":
		switch n.text {
		case "true", "false":
			return truth(n.text == "true")
		}
		return r.vars.Value(n.text)
	case "string":
		return r.interpolate(n.text)
	case "number":
		return str(n.text)
	case "list":
		v := value{kind: list}
		for _, k := range n.kids {
			item := r.eval(k)
			v.causes = probe.Join(v.causes, item.causes)
			v.items = append(v.items, item)
		}
		return v
	case "dict":
		v := value{kind: dictionary}
		for i := 0; i+1 < len(n.kids); i += 2 {
			v.keys = append(v.keys, r.eval(n.kids[i]).str)
			v.items = append(v.items, r.eval(n.kids[i+1]))
		}
		return v
	case "call":
		return r.call(n)
	case "method":
		return r.method(n)
	case "index":
		return r.index(n)
	case "?":
		return r.choose(n)
	}
	return r.operator(n)
}

// reference is a variable's name in an f'…' string.
var reference = regexp.MustCompile(`@([A-Za-z_][A-Za-z_0-9]*)@`)

func (r *run) interpolate(s string) value {
	s, ok := strings.CutPrefix(s, formatted)
	if !ok {
		return str(s)
	}
	known := true
	s = reference.ReplaceAllStringFunc(s, func(ref string) string {
		v := r.vars.Value(strings.Trim(ref, "@"))
		known = known && v.kind == text
		return v.str
	})
	if !known {
		return value{}
	}
	return str(s)
}

// choose is TEST ? A : B.
func (r *run) choose(n *node) value {
	test := r.eval(n.kids[0])
	var v value
	switch r.truth(test) {
	case preproc.Yes:
		v = r.eval(n.kids[1])
	case preproc.No:
		v = r.eval(n.kids[2])
	default:
		var a, b value
		r.under(preproc.Maybe, test.causes, "", func() { a, b = r.eval(n.kids[1]), r.eval(n.kids[2]) })
		v = merge(a, b)
	}
	v.causes = probe.Join(v.causes, test.causes)
	return v
}

func (r *run) index(n *node) value {
	of, at := r.eval(n.kids[0]), r.eval(n.kids[1])
	switch of.kind {
	case list:
		if i, err := strconv.Atoi(at.str); err == nil && i >= 0 && i < len(of.items) {
			v := of.items[i]
			v.causes = probe.Join(v.causes, of.causes)
			return v
		}
	case dictionary:
		for i, key := range of.keys {
			if key == at.str {
				return of.items[i]
			}
		}
	}
	return value{}
}

func (r *run) operator(n *node) value {
	if len(n.kids) == 0 {
		return value{}
	}
	a := r.eval(n.kids[0])
	if n.op == "!" {
		return value{kind: boolean, tri: r.truth(a).Not(), causes: a.causes}
	}
	if len(n.kids) < 2 {
		return value{}
	}
	if n.op == "and" && r.truth(a) == preproc.No || n.op == "or" && r.truth(a) == preproc.Yes {
		return a // the other side is not evaluated
	}
	b := r.eval(n.kids[1])
	causes := probe.Join(a.causes, b.causes)
	switch n.op {
	case "and":
		return value{kind: boolean, tri: min(r.truth(a), r.truth(b)), causes: causes}
	case "or":
		return value{kind: boolean, tri: max(r.truth(a), r.truth(b)), causes: causes}
	case "<", ">", "<=", ">=":
		return ordered(n.op, a, b)
	case "==":
		return r.equal(a, b)
	case "!=":
		v := r.equal(a, b)
		v.tri = v.tri.Not()
		return v
	case "in", "not in":
		v := r.in(a, b)
		if n.op == "not in" {
			v.tri = v.tri.Not()
		}
		return v
	case "+":
		return r.add(a, b)
	case "/":
		if a.kind == text && b.kind == text {
			return str(a.str + "/" + b.str)
		}
	}
	return value{causes: causes}
}

// ordered compares numbers.
func ordered(op string, a, b value) value {
	v := value{kind: boolean, tri: preproc.Maybe, causes: probe.Join(a.causes, b.causes)}
	x, errX := strconv.Atoi(a.str)
	y, errY := strconv.Atoi(b.str)
	if a.kind != text || b.kind != text || errX != nil || errY != nil {
		return v
	}
	v.tri = preproc.Truth(map[string]bool{"<": x < y, ">": x > y, "<=": x <= y, ">=": x >= y}[op])
	return v
}

// in reports whether a list, a dictionary or a text holds a value.
func (r *run) in(a, b value) value {
	v := value{kind: boolean, tri: preproc.Maybe, causes: probe.Join(a.causes, b.causes)}
	switch {
	case a.kind == unknown && b.kind == list:
		for _, item := range b.items {
			if is, ok := probe.Library(r.log, item.str); ok && is == preproc.Yes {
				v.tri = is
			}
		}
	case a.kind != text:
	case b.kind == text:
		v.tri = truth(strings.Contains(b.str, a.str)).tri
	case b.kind == dictionary:
		v.tri = preproc.No
		for _, key := range b.keys {
			if key == a.str {
				v.tri = preproc.Yes
			}
		}
	case b.kind == list:
		v.tri = preproc.No
		for _, item := range b.items {
			v.tri = max(v.tri, r.equal(a, item).tri)
		}
	}
	return v
}

// with is a list with more items behind it, in the memory of the old list if no other
// list goes on there: a list that grows item by item costs no more than its length.
func (v value) with(more []value) value {
	if v.used == nil || *v.used != len(v.items) {
		v.items, v.used = slices.Clip(v.items), new(int)
	}
	room := cap(v.items)
	v.items = append(v.items, more...)
	if cap(v.items) != room {
		v.used = new(int)
	}
	*v.used = len(v.items)
	return v
}

// maxItems bounds a list.
const maxItems = 100_000

func (r *run) add(a, b value) value {
	causes := probe.Join(a.causes, b.causes)
	switch {
	case a.kind == text && b.kind == text:
		v := str(a.str + b.str)
		v.causes = causes
		return v
	case a.kind == list:
		more := []value{b}
		if b.kind == list {
			more = b.items
		}
		if len(a.items)+len(more) > maxItems {
			return value{causes: causes}
		}
		v := a.with(more)
		v.causes = causes
		return v
	case a.kind == dictionary && b.kind == dictionary:
		return value{kind: dictionary, keys: append(a.keys[:len(a.keys):len(a.keys)], b.keys...), items: append(a.items[:len(a.items):len(a.items)], b.items...), causes: causes}
	}
	return value{causes: causes}
}
