package meson

import (
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// kind is the type of a value.
type kind byte

const (
	unknown    kind = iota
	boolean         // tri
	text            // str, and a file's path
	list            // items
	dictionary      // keys, items
	compiler
	feature       // tri: enabled, disabled, or auto
	library       // tri: found
	configuration // data
	result        // of a command or a test program: tri is success, str the output
	system        // host_machine and the like
)

// value is what an expression gives.
type value struct {
	kind   kind
	tri    preproc.Tri
	str    string
	keys   []string
	items  []value
	used   *int // items of what lies under items that some value has; nil is all
	data   map[string]value
	causes []probe.Cause // failed checks that made it so
}

func truth(b bool) value {
	if b {
		return value{kind: boolean, tri: preproc.Yes}
	}
	return value{kind: boolean}
}

func str(s string) value {
	if len(s) > probe.MaxValue {
		return value{}
	}
	return value{kind: text, str: s}
}

// merge is what a variable holds where either value is possible: of lists the longer,
// as what may be in one is looked at.
func merge(a, b value) value {
	causes := probe.Join(a.causes, b.causes)
	switch {
	case a.kind == list && b.kind == list && len(a.items) <= len(b.items):
		return b
	case a.kind == list && b.kind == list, a.kind == compiler && b.kind == compiler:
		return a
	case a.kind == text && b.kind == text && a.str == b.str, a.kind == boolean && b.kind == boolean && a.tri == b.tri:
		b.causes = causes
		return b
	}
	return value{causes: causes}
}

// strings are the texts of a value and of its items.
func (v value) strings() []string {
	if v.kind == text {
		return []string{v.str}
	}
	var out []string
	for _, item := range v.items {
		out = append(out, item.strings()...)
	}
	return out
}

// equal compares values, where both are known.
func (r *run) equal(a, b value) value {
	causes := probe.Join(a.causes, b.causes)
	for _, v := range []value{a, b} {
		if v.kind == text && (a.kind == unknown || b.kind == unknown) {
			if is, ok := probe.Library(r.log, v.str); ok {
				return value{kind: boolean, tri: is, causes: probe.Join(causes, []probe.Cause{{Name: v.str}})}
			}
		}
	}
	if a.kind != b.kind || a.kind != text && a.kind != boolean && a.kind != list || a.kind == boolean && (a.tri == preproc.Maybe || b.tri == preproc.Maybe) {
		return value{kind: boolean, tri: preproc.Maybe, causes: causes}
	}
	same := a.str == b.str && a.tri == b.tri && slices.Equal(a.strings(), b.strings())
	v := truth(same)
	v.causes = causes
	return v
}
