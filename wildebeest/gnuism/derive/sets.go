package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// sets collects the sets of headers that names refer to, by owner and members.
type sets struct {
	all map[string]map[string]*set // owner → members → set
}

type set struct {
	plainest string // its plainest header
	first    string // the first name that refers to it
	names    int    // number of names that do
	name     string
}

func newSets() *sets {
	return &sets{map[string]map[string]*set{tables.Glibc: {}, tables.Musl: {}, tables.Kernel: {}}}
}

// reference returns the field of a row that refers to an owner's set.
func reference(row *tables.Name, owner string) *string {
	switch owner {
	case tables.Glibc:
		return &row.Glibc
	case tables.Musl:
		return &row.Musl
	}
	return &row.Kernel
}

// note counts a row's reference to a set, which holds the members until name
// replaces them. Rows come sorted by name.
func (s *sets) note(row *tables.Name, owner string, e *exposure, headers map[string]bool) {
	if len(headers) == 0 {
		return
	}
	members := strings.Join(slices.Sorted(maps.Keys(headers)), " ")
	*reference(row, owner) = members
	if s.all[owner][members] == nil {
		s.all[owner][members] = &set{plainest: plainest(e, headers), first: row.Name}
	}
	s.all[owner][members].names++
}

// name gives each set its name, and puts that into the rows in place of the
// members. A set is called after its plainest header. Where several have the same,
// the one with most names is, and the others have their first name behind it. So a
// set keeps its name when a header is added to it.
func (s *sets) name(rows []tables.Name) {
	for _, list := range s.all {
		taken := map[string]bool{}
		for _, set := range slices.SortedFunc(maps.Values(list), byNames) {
			set.name = set.plainest
			if taken[set.name] {
				set.name += ":" + set.first
			}
			taken[set.name] = true
		}
	}
	for i := range rows {
		for owner, list := range s.all {
			if field := reference(&rows[i], owner); *field != "" {
				*field = list[*field].name
			}
		}
	}
}

// byNames orders sets by the number of names that refer to them, the most first.
func byNames(a, b *set) int {
	return cmp.Or(cmp.Compare(b.names, a.names), cmp.Compare(a.first, b.first))
}

// rows lists the sets by owner and name.
func (s *sets) rows() []tables.Set {
	var rows []tables.Set
	for owner, list := range s.all {
		for members, set := range list {
			rows = append(rows, tables.Set{Owner: owner, Name: set.name, Headers: members})
		}
	}
	slices.SortFunc(rows, func(a, b tables.Set) int {
		return cmp.Or(cmp.Compare(a.Owner, b.Owner), cmp.Compare(a.Name, b.Name))
	})
	return rows
}
