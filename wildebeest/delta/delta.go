// Package delta tells what changes between two releases of a C library, musl or glibc:
// names that come and go, headers, values of macros, and behaviour.
package delta

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// A Name is a name that comes or goes, with where it is in the release that has it.
type Name struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Header string `json:"header,omitempty"` // the plainest; "" is none: a symbol alone
	Modes  string `json:"modes,omitempty"`  // letters of gnuism.AllModes
}

// A Change is something about a name that both releases have.
type Change struct {
	Name   string `json:"name"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// A Move is a header that shows other names than before.
type Move struct {
	Header string   `json:"header"`
	Names  []string `json:"names"`
}

// A Behaviour is what a later release does otherwise.
type Behaviour struct {
	Release string   `json:"release"`
	Names   []string `json:"names"`
	Before  string   `json:"before"`
	After   string   `json:"after"`
	Source  string   `json:"source"`
}

// Delta is what changes from one release of a library to a later one. Each list is
// sorted by name.
type Delta struct {
	From        string      `json:"from"`
	To          string      `json:"to"`
	NewHeaders  []string    `json:"newHeaders"`
	GoneHeaders []string    `json:"goneHeaders"`
	New         []Name      `json:"new"`
	Gone        []Name      `json:"gone"`
	Shown       []Move      `json:"shown"`   // headers that now show names which others had
	Hidden      []Move      `json:"hidden"`  // headers that no longer show names which others have
	Modes       []Change    `json:"modes"`   // names that other feature macros show
	Values      []Change    `json:"values"`  // macros that stand for something else
	Exports     []string    `json:"exports"` // symbols that came, of musl
	Dropped     []string    `json:"dropped"` // symbols that went
	Behaviours  []Behaviour `json:"behaviours"`
	Notes       []string    `json:"notes,omitempty"` // what is not known

	plainest map[string]string   // name of Hidden → the plainest header of the later release
	still    map[string][]string // the same → headers that are known to show it still
}

// Between returns what changes between two releases of one library, named such as
// "musl-1.2.5" or "glibc-2.41". The first must be the older.
func Between(from, to string) (*Delta, error) {
	lib, a, b, err := Releases(from, to)
	if err != nil {
		return nil, err
	}
	d := &Delta{From: lib.prefix + lib.versions[a], To: lib.prefix + lib.versions[b], plainest: map[string]string{}, still: map[string][]string{}}
	for _, at := range []int{a, b} {
		if !lib.read[lib.versions[at]] {
			d.Notes = append(d.Notes, fmt.Sprintf("%s%s was not read: its names are known, not where and how it shows them", lib.prefix, lib.versions[at]))
		}
	}
	if err := d.compare(lib, a, b); err != nil {
		return nil, err
	}
	return d, d.addBehaviours(lib, a, b)
}

// compare walks the states of every name, which stand together in the table.
func (d *Delta) compare(lib *library, a, b int) error {
	moved := moves{map[string][]string{}, map[string][]string{}}
	h := new(history)
	flush := func() {
		if h.name != "" {
			d.add(h, a, b, &moved)
		}
	}
	err := tables.History.Load(func(row *tables.State) error {
		if row.Owner != lib.owner {
			return nil
		}
		if row.Name != h.name {
			flush()
			h = &history{name: row.Name, kind: row.Kind}
		}
		s := span{State: *row, from: slices.Index(lib.versions, row.From), to: len(lib.versions) - 1}
		if row.To != "" {
			s.to = slices.Index(lib.versions, row.To)
		}
		if s.from < 0 || s.to < 0 {
			return fmt.Errorf("%s has no release %q or no %q: run \"make generate\"", lib.owner, row.From, row.To)
		}
		h.states = append(h.states, s)
		return nil
	})
	flush()
	d.Shown, d.Hidden = moved.list()
	return err
}

// add notes how one name differs.
func (d *Delta) add(h *history, a, b int, moved *moves) {
	before, after := h.at(a), h.at(b)
	had, has := before >= 0, after >= 0
	if h.kind == "header" {
		switch name := strings.Trim(h.name, "<>"); {
		case has && !had:
			d.NewHeaders = append(d.NewHeaders, name)
		case had && !has:
			d.GoneHeaders = append(d.GoneHeaders, name)
		}
		return
	}
	var x, y tables.State
	if had {
		x = h.states[before].State
	}
	if has {
		y = h.states[after].State
	}
	switch {
	case x.Header == "" && y.Header != "":
		d.New = append(d.New, Name{h.name, h.kind, y.Header, y.Modes})
	case x.Header != "" && y.Header == "":
		d.Gone = append(d.Gone, Name{h.name, h.kind, x.Header, x.Modes})
	case x.Header != "":
		moved.add(h, before, after)
		d.plainest[h.name], d.still[h.name] = y.Header, []string{y.Header}
		if x.Modes != y.Modes {
			d.Modes = append(d.Modes, Change{h.name, x.Modes, y.Modes})
		}
		if x.Value != y.Value {
			d.Values = append(d.Values, Change{h.name, x.Value, y.Value})
		}
	}
	switch exported, exports := x.Flags.Has(tables.Exported), y.Flags.Has(tables.Exported); {
	case exports && !exported:
		d.Exports = append(d.Exports, h.name)
	case exported && !exports:
		d.Dropped = append(d.Dropped, h.name)
	}
}

// addBehaviours notes what the releases behind a, up to b, do otherwise. A release
// that lies between those read counts by its number.
func (d *Delta) addBehaviours(lib *library, a, b int) error {
	return tables.Behaviours.Load(func(row *tables.Behaviour) error {
		if row.Owner != lib.owner || !lib.between(row.Release, a, b) {
			return nil
		}
		d.Behaviours = append(d.Behaviours, Behaviour{lib.prefix + row.Release, strings.Split(row.Names, ", "), row.Before, row.Since, row.Source})
		return nil
	})
}
