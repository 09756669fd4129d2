package main

import (
	"maps"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// A result is what the subtraction keeps.
type result struct {
	names []tables.Name
	sets  *sets
}

// subtract keeps the names that some glibc header shows and musl's header of
// the same name does not, and those whose presence in musl has changed.
func subtract(g, m, k *exposure, history map[string]presence, versions map[string]string, reserved func(string) bool) *result {
	t := &result{sets: newSets()}
	members := map[string]bool{} // of any struct of musl's
	for name := range m.gnu {
		if m.kind[name] == "member" {
			members[plainName(name)] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(g.gnu)) {
		r := tables.Name{Name: name, Kind: g.kind[name], Version: versions[name]}
		if plainName(name)[0] == '_' && !reserved(plainName(name)) {
			continue
		}
		as := name // what musl calls it
		if r.Kind == "tag" && m.gnu[name] == nil && m.kind[plainName(name)] == "macro" {
			as = plainName(name) // #define utmp utmpx
		}
		rel, known := history[as]
		if known {
			r.Since, r.Last = rel.since, rel.last
		}
		inMusl := m.gnu[as]
		hidden := len(m.gnu[as]) > 0 && g.modes[name]&^m.modes[as] != 0
		if r.Kind == "member" {
			hidden = hidden && g.modes[name]&^m.modes[as]&m.modes[parent(name)] != 0
		}
		if r.Kind == "member" && !hidden && (members[plainName(name)] || m.gnu[parent(name)] == nil) {
			continue // the tag says it, or another struct has the same
		}
		if len(inMusl) == 0 && known && rel.header != "" {
			inMusl = map[string]bool{rel.header: true} // in a release whose headers are not read here
		}
		if r.Kind == "function" && m.kind[name] == "function" && known && !rel.exported && m.gnu[name] != nil && !m.inline[name] && name != "alloca" {
			r.Flags.Add(tables.NoLink)
		}
		if hidden {
			r.InGlibc, r.InMusl = g.modes[name].String(), m.modes[as].String()
		}
		if r.Kind == "macro" && g.fn[name] {
			r.Flags.Add(tables.Call)
		}
		if r.Kind == "macro" && len(inMusl) == 0 && members[name] {
			continue // it only renames a member that musl has under its own name
		}
		steady := known && r.Last == "" && rel.first
		if steady && !r.Flags.Has(tables.NoLink) && !hidden && subset(g.gnu[name], inMusl) {
			continue
		}
		r.Home, r.Where = plainest(g, g.gnu[name]), plainest(m, inMusl)
		if g.gnu[name][r.Where] {
			r.Home = r.Where
		}
		t.sets.note(&r, tables.Glibc, g, g.gnu[name])
		t.sets.note(&r, tables.Musl, m, inMusl)
		t.sets.note(&r, tables.Kernel, k, k.gnu[name])
		t.names = append(t.names, r)
	}
	t.sets.name(t.names)
	return t
}

func subset(a, b map[string]bool) bool {
	for x := range a {
		if !b[x] {
			return false
		}
	}
	return true
}
