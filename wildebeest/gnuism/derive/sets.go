package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// sets collects the sets of headers that rows refer to, by owner and members.
type sets struct {
	all  map[string]map[string]*set // owner → members → set
	uses []use
}

type set struct {
	plainest string // its plainest header
	first    string // the first name that refers to it
	members  string
	names    int // number of rows that do
	name     string
}

// A use is a field of a row that refers to a set.
type use struct {
	field *string
	set   *set
}

func newSets() *sets {
	return &sets{all: map[string]map[string]*set{tables.Glibc: {}, tables.Musl: {}, tables.Kernel: {}}}
}

// note has a field of a name's row refer to an owner's set. Rows come sorted by name.
func (s *sets) note(field *string, owner, name string, e *exposure, headers map[string]bool) {
	if len(headers) == 0 {
		return
	}
	members := strings.Join(slices.Sorted(maps.Keys(headers)), " ")
	one := s.all[owner][members]
	if one == nil {
		one = &set{plainest: plainest(e, headers), first: name, members: members}
		s.all[owner][members] = one
	}
	one.names++
	s.uses = append(s.uses, use{field, one})
}

// name gives each set its name, and puts that into the rows. A set is called after its
// plainest header. Where several have the same, the one with most names is, and the
// others have their first name behind it, and a number where that is not enough. So a
// set keeps its name when a header is added to it.
func (s *sets) name() {
	for _, list := range s.all {
		taken := map[string]bool{}
		for _, set := range slices.SortedFunc(maps.Values(list), byNames) {
			set.name = set.plainest
			for n := 1; taken[set.name]; n++ {
				set.name = set.plainest + ":" + set.first
				if n > 1 {
					set.name += fmt.Sprintf(":%d", n)
				}
			}
			taken[set.name] = true
		}
	}
	for _, u := range s.uses {
		*u.field = u.set.name
	}
}

// byNames orders sets by the number of names that refer to them, the most first.
func byNames(a, b *set) int {
	return cmp.Or(cmp.Compare(b.names, a.names), cmp.Compare(a.first, b.first), cmp.Compare(a.members, b.members))
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
