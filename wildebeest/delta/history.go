package delta

import (
	"cmp"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// history is the states of one name, the oldest first.
type history struct {
	name, kind string
	states     []span
}

// A span is a state with the places of its first and last release.
type span struct {
	tables.State
	from, to int
}

// at returns the place in states of a release, or -1.
func (h *history) at(release int) int {
	return slices.IndexFunc(h.states, func(s span) bool { return s.from <= release && release <= s.to })
}

// moves collects names by the header that shows them newly or no longer.
type moves struct{ shown, hidden map[string][]string }

// add sums up the changes of headers behind the state before, up to the one after.
func (m *moves) add(h *history, before, after int) {
	sum := map[string]int{}
	for _, s := range h.states[before+1 : after+1] {
		for _, word := range strings.Fields(s.Headers) {
			if word[0] == '+' {
				sum[word[1:]]++
			} else {
				sum[word[1:]]--
			}
		}
	}
	for header, n := range sum {
		switch {
		case n > 0:
			m.shown[header] = append(m.shown[header], h.name)
		case n < 0:
			m.hidden[header] = append(m.hidden[header], h.name)
		}
	}
}

func (m *moves) list() (shown, hidden []Move) {
	return sorted(m.shown), sorted(m.hidden)
}

func sorted(byHeader map[string][]string) []Move {
	var list []Move
	for header, names := range byHeader {
		list = append(list, Move{header, names})
	}
	slices.SortFunc(list, func(a, b Move) int { return cmp.Compare(a.Header, b.Header) })
	return list
}
