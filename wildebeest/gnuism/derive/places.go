package main

import (
	"cmp"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// A place is where and how a release of musl shows a name.
type place struct {
	headers  string // separated by spaces, sorted
	header   string // the plainest
	modes    gnuism.Modes
	noLink   bool
	borrowed bool // the release was not read: another one's place
}

// has reports whether all of some headers show the name.
func (p *place) has(headers map[string]bool) bool {
	shown := strings.Fields(p.headers)
	for h := range headers {
		if !slices.Contains(shown, h) {
			return false
		}
	}
	return true
}

// releases knows the places of names in each release of musl.
type releases struct {
	*columns
	all     *exposure                    // of all releases read together
	read    []*exposure                  // by release; nil for one that was not read
	members []map[string]map[string]bool // by release: plain name of a member → headers of the structs that have it
	posix   map[string]string            // name → the header that POSIX says defines it
	like    map[[2]string]string         // release not read, name → release that shows the name as it did
}

func newReleases(c *columns, list []installed, dir string) (*releases, error) {
	w := &releases{columns: c, all: newExposure(), read: make([]*exposure, len(c.versions)),
		members: make([]map[string]map[string]bool, len(c.versions)), like: map[[2]string]string{}, posix: map[string]string{}}
	for _, r := range list {
		w.all.add(r.shows)
		at := slices.Index(c.versions, r.Version)
		w.read[at], w.members[at] = r.shows, map[string]map[string]bool{}
		for name, headers := range r.shows.gnu {
			if plain := plainName(name); r.shows.kind[name] == "member" {
				if w.members[at][plain] == nil {
					w.members[at][plain] = map[string]bool{}
				}
				maps.Copy(w.members[at][plain], headers)
			}
		}
	}
	return w, errors.Join(
		tsv.ReadFile(filepath.Join(dir, "unread.tsv"), 4, func(f []string) error {
			w.like[[2]string{f[0], f[1]}] = f[2]
			return nil
		}),
		tsv.ReadFile(filepath.Join(dir, "posix.tsv"), 2, func(f []string) error {
			w.posix[f[0]] = f[1]
			return nil
		}))
}

// header is the one to include for a name, of those that show it: POSIX's, else the
// plainest.
func (w *releases) header(name string, headers map[string]bool) string {
	if h := w.posix[name]; headers[h] {
		return h
	}
	return plainest(w.all, headers)
}

// member reports whether any release has a member with a plain name, in any struct.
func (w *releases) member(plain string) bool {
	return slices.ContainsFunc(w.members, func(m map[string]map[string]bool) bool { return m[plain] != nil })
}

// places returns where each release shows a name that is of a kind in glibc; nil is
// nowhere.
func (w *releases) places(name, kind string) []*place {
	list := make([]*place, len(w.versions))
	for i, e := range w.read {
		if e != nil {
			list[i] = w.place(i, name, kind)
		}
	}
	for i, e := range w.read {
		if e == nil {
			list[i] = w.borrow(i, name, kind, list)
		}
	}
	return list
}

func (w *releases) place(at int, name, kind string) *place {
	e := w.read[at]
	as := alias(e, name, kind)
	headers := e.gnu[as]
	if len(headers) == 0 {
		return nil
	}
	p := &place{headers: strings.Join(slices.Sorted(maps.Keys(headers)), " "), header: w.header(name, headers), modes: e.modes[as]}
	h := w.names[as]
	p.noLink = kind == "function" && e.kind[as] == "function" && h != nil && !h.exported[at] && !e.inline[as] && as != "alloca"
	return p
}

// alias is what musl calls a name of glibc's: it has some structs by a macro, as
// #define utmp utmpx.
func alias(e *exposure, name, kind string) string {
	if kind == "tag" && e.gnu[name] == nil && e.kind[plainName(name)] == "macro" {
		return plainName(name)
	}
	return name
}

// borrow says where a release shows a name that was not read. That it has the name is
// known; where and how is as in the release that unread.tsv names, else in the next
// one read, or in the one before where the next has the name no longer.
func (w *releases) borrow(at int, name, kind string, list []*place) *place {
	h := w.names[name]
	if h == nil && kind == "tag" {
		h = w.names[plainName(name)]
	}
	if h == nil {
		return nil
	}
	for _, donor := range w.donors(at, name) {
		p := list[donor]
		if p == nil || h.declared[at] == (p.modes&gnuism.ModeGNU == 0) {
			continue
		}
		own := *p
		own.borrowed = true
		own.noLink = !h.exported[at] && (p.noLink || kind == "function" && h.exported[donor])
		return &own
	}
	if !h.declared[at] {
		return nil
	}
	return &place{headers: h.header, header: h.header, modes: gnuism.ModeGNU, borrowed: true}
}

// donors are the releases whose places may stand for another's, the best first.
func (w *releases) donors(at int, name string) []int {
	var order []int
	if as, ok := w.like[[2]string{w.versions[at], name}]; ok {
		order = append(order, slices.Index(w.versions, as))
	}
	for i := at + 1; i < len(w.read); i++ {
		if w.read[i] != nil {
			order = append(order, i)
			break
		}
	}
	for i := at - 1; i >= 0; i-- {
		if w.read[i] != nil {
			order = append(order, i)
			break
		}
	}
	return order
}

// presences are the rows of a name's places: a row for each way, the oldest first.
// Members of sets stand in them until the sets have names.
func (w *releases) presences(name string, places []*place) []*tables.Presence {
	var order []place
	spans := map[place]tables.Span{}
	for i, p := range places {
		if p == nil {
			continue
		}
		if spans[*p] == nil {
			spans[*p] = make(tables.Span, len(w.versions))
			order = append(order, *p)
		}
		spans[*p][i] = true
	}
	order, spans = joinBorrowed(order, spans)
	var rows []*tables.Presence
	for _, p := range order {
		row := &tables.Presence{Owner: tables.Musl, Name: name, Releases: spans[p].Text(w.versions), Header: p.header, Set: p.headers, Modes: p.modes.String()}
		if p.noLink {
			row.Flags.Add(tables.NoLink)
		}
		if p.borrowed {
			row.Flags.Add(tables.Borrowed)
		}
		rows = append(rows, row)
	}
	return rows
}

// joinBorrowed puts releases that were not read to one that was and has the same
// place: a name that all releases show in one way is one row.
func joinBorrowed(order []place, spans map[place]tables.Span) ([]place, map[place]tables.Span) {
	var kept []place
	for _, p := range order {
		read := p
		read.borrowed = false
		if p.borrowed && spans[read] != nil {
			for i, in := range spans[p] {
				spans[read][i] = spans[read][i] || in
			}
			continue
		}
		kept = append(kept, p)
	}
	slices.SortStableFunc(kept, func(a, b place) int { return cmp.Compare(spans[a].First(), spans[b].First()) })
	return kept, spans
}
