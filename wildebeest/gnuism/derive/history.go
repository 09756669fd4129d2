package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// maxValue bounds the text of a macro that is kept, in bytes. A longer one is code.
const maxValue = 60

// A state is how one release of a library shows a name.
type state struct {
	place
	value    string
	exported bool
}

// there reports whether the release has the name at all.
func (s state) there() bool { return s.headers != "" || s.exported }

// history lists the states of the names that the releases of a library do not all show
// alike.
func history(g *glibc, w *releases, reserved func(string) bool) []tables.State {
	var rows []tables.State
	var glibcs []string
	for _, r := range g.releases {
		glibcs = append(glibcs, r.Version)
	}
	for _, name := range slices.Sorted(maps.Keys(g.all.gnu)) {
		if public(name, reserved) {
			rows = append(rows, states(tables.Glibc, name, g.all.kind[name], glibcs, g.states(name))...)
		}
	}
	rows = append(rows, headerStates(tables.Glibc, glibcs, func(at int) map[string]bool { return g.shows[at].headers })...)
	for _, name := range slices.Sorted(maps.Keys(w.names)) {
		if h := w.names[name]; h.kind != headerKind && public(name, reserved) {
			rows = append(rows, states(tables.Musl, name, h.kind, w.versions, w.states(name, h))...)
		}
	}
	rows = append(rows, headerStates(tables.Musl, w.versions, func(at int) map[string]bool {
		had := map[string]bool{}
		for name, h := range w.names {
			if h.kind == headerKind && h.declared[at] {
				had[strings.Trim(name, "<>")] = true
			}
		}
		return had
	})...)
	return rows
}

func public(name string, reserved func(string) bool) bool {
	plain := plainName(name)
	return plain[0] != '_' || reserved(plain)
}

// states returns a name's state in each release of glibc.
func (g *glibc) states(name string) []state {
	list := make([]state, len(g.shows))
	for i, e := range g.shows {
		if headers := e.gnu[name]; len(headers) > 0 {
			list[i] = state{place{headers: strings.Join(slices.Sorted(maps.Keys(headers)), " "), header: plainest(g.all, headers)}, shorten(e.values[name].text), false}
		}
	}
	return list
}

// states returns a name's state in each release of musl.
func (w *releases) states(name string, h *nameHistory) []state {
	list := make([]state, len(w.versions))
	for i, p := range w.places(name, h.kind) {
		list[i].exported = h.exported[i]
		if p == nil {
			continue
		}
		list[i].place = *p
		list[i].noLink = false
		for _, at := range append([]int{i}, w.donors(i, name)...) {
			if w.read[at] != nil {
				list[i].value = shorten(w.read[at].values[name].text)
				break
			}
		}
	}
	return list
}

func shorten(value string) string {
	if len(value) > maxValue {
		return ""
	}
	return value
}

// states returns the rows of a name: none where all releases show it alike.
func states(owner, name, kind string, versions []string, list []state) []tables.State {
	var rows []tables.State
	alike := true
	for from := 0; from < len(list); {
		to := from
		for to+1 < len(list) && same(list[to+1], list[from]) {
			to++
		}
		alike = alike && from == 0 && to == len(list)-1
		if s := list[from]; s.there() {
			row := tables.State{Owner: owner, Name: name, Kind: kind, From: versions[from], Header: s.header, Modes: s.modes.String(), Value: s.value}
			if to < len(list)-1 {
				row.To = versions[to]
			}
			if from > 0 && list[from-1].headers != "" {
				row.Headers = headersChange(list[from-1].headers, s.headers)
			}
			if s.exported {
				row.Flags.Add(tables.Exported)
			}
			if s.borrowed && from == to {
				row.Flags.Add(tables.Borrowed)
			}
			rows = append(rows, row)
		}
		from = to + 1
	}
	if alike {
		return nil
	}
	return rows
}

// same reports whether two states differ in nothing that a program sees.
func same(a, b state) bool {
	a.borrowed, b.borrowed = false, false
	return a == b
}

// headersChange writes what is new in a list of headers with "+" and what is gone with
// "-".
func headersChange(before, after string) string {
	had, has := strings.Fields(before), strings.Fields(after)
	var words []string
	for _, h := range has {
		if !slices.Contains(had, h) {
			words = append(words, "+"+h)
		}
	}
	for _, h := range had {
		if !slices.Contains(has, h) {
			words = append(words, "-"+h)
		}
	}
	return strings.Join(words, " ")
}

// headerStates returns the rows of the headers that not all releases have.
func headerStates(owner string, versions []string, has func(at int) map[string]bool) []tables.State {
	lists := map[string][]state{}
	for at := range versions {
		for h := range has(at) {
			if lists[h] == nil {
				lists[h] = make([]state, len(versions))
			}
			lists[h][at] = state{place: place{headers: h, header: h}}
		}
	}
	var rows []tables.State
	for _, h := range slices.Sorted(maps.Keys(lists)) {
		rows = append(rows, states(owner, headerKey(h), headerKind, versions, lists[h])...)
	}
	return rows
}
