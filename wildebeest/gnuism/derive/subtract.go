package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// A result is what the subtraction keeps.
type result struct {
	names     []*tables.Name
	presences []*tables.Presence
	sets      *sets
}

// subtract keeps the names that some header of glibc shows and musl's header of the
// same name does not, in some release of either.
func subtract(g *glibc, w *releases, k *kernel, reserved func(string) bool) *result {
	t := &result{sets: newSets()}
	for _, name := range slices.Sorted(maps.Keys(g.all.gnu)) {
		if plainName(name)[0] == '_' && !reserved(plainName(name)) {
			continue
		}
		places := w.places(name, g.all.kind[name])
		if differs, hidden := compare(g.all, w, name, places); differs {
			t.keep(g, w, k, name, places, hidden)
		}
	}
	t.sets.name()
	return t
}

// compare reports whether some release of musl shows a name otherwise than glibc, and
// whether one hides it in a mode in which glibc does not.
func compare(g *exposure, w *releases, name string, places []*place) (differs, hidden bool) {
	kind, anywhere := g.kind[name], slices.ContainsFunc(places, func(p *place) bool { return p != nil })
	if kind == "macro" && !anywhere && w.member(name) {
		return false, false // it only renames a member that musl has under its own name
	}
	for i, p := range places {
		if kind == "member" {
			missing, masked := compareMember(g, w, i, name, p)
			differs, hidden = differs || missing || masked, hidden || masked
			continue
		}
		masked := p != nil && g.modes[name]&^p.modes != 0
		hidden = hidden || masked
		differs = differs || p == nil || p.noLink || masked || !p.has(g.gnu[name])
	}
	return differs, hidden
}

// compareMember looks at a member in one release. A release without the struct differs
// by the tag; one that has the member in another struct does not differ.
func compareMember(g *exposure, w *releases, at int, name string, p *place) (missing, masked bool) {
	e := w.read[at]
	if e == nil {
		return false, false // as the releases beside it
	}
	if p == nil {
		if e.kind[plainName(name)] == "macro" {
			return false, false // a macro of that name stands for another member
		}
		return e.gnu[parent(name)] != nil && w.members[at][plainName(name)] == nil, false
	}
	return false, g.modes[name]&^p.modes&e.modes[parent(name)] != 0
}

// keep puts in a name and its presences.
func (t *result) keep(g *glibc, w *releases, k *kernel, name string, places []*place, hidden bool) {
	r := &tables.Name{Name: name, Kind: g.all.kind[name], Version: g.version(name), Home: plainest(g.all, g.all.gnu[name])}
	if r.Kind == "macro" && g.all.fn[name] {
		r.Flags.Add(tables.Call)
	}
	if hidden {
		r.InGlibc = g.all.modes[name].String()
	}
	r.Linux = k.since(func(e *exposure) bool { return len(e.gnu[name]) > 0 })
	for _, p := range slices.Backward(places) {
		if p != nil && g.all.gnu[name][p.header] {
			r.Home = p.header
			break
		}
	}
	t.sets.note(&r.Glibc, tables.Glibc, name, g.all, g.all.gnu[name])
	t.sets.note(&r.Kernel, tables.Kernel, name, k.all, k.all.gnu[name])
	t.names = append(t.names, r)
	for _, row := range w.presences(name, places) {
		headers := map[string]bool{}
		for h := range strings.FieldsSeq(row.Set) {
			headers[h] = true
		}
		t.sets.note(&row.Set, tables.Musl, name, w.all, headers)
		t.presences = append(t.presences, row)
	}
}

// rows returns the values of pointers.
func rows[Row any](list []*Row) []Row {
	var out []Row
	for _, row := range list {
		out = append(out, *row)
	}
	return out
}
