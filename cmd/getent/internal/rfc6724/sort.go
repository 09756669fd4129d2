package rfc6724

import (
	"slices"
	"sort"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// candidate is a destination with what the rules compare.
type candidate struct {
	address    inet.Addr
	source     inet.Addr
	reachable  bool
	scope      int
	sameScope  bool
	sameLabel  bool
	precedence int
	common     int // bits shared with the source
}

// Sort puts the best address first; addresses that are alike keep their order. To
// musl all are alike when none is of IPv6 (observed on musl 1.2.3).
func Sort(addresses []inet.Addr, glibc bool) {
	if len(addresses) < 2 || !glibc && !slices.ContainsFunc(addresses, func(a inet.Addr) bool { return a.Is6 }) {
		return
	}
	table := muslPolicies[:]
	if glibc {
		table = glibcPolicies[:]
	}
	list := make([]candidate, len(addresses))
	for i, a := range addresses {
		list[i] = judge(a, table)
	}
	sort.SliceStable(list, func(i, j int) bool { return better(&list[i], &list[j]) })
	for i := range list {
		addresses[i] = list[i].address
	}
}

func judge(a inet.Addr, table []policy) candidate {
	p := find(table, a)
	c := candidate{address: a, scope: scope(a), precedence: p.precedence}
	c.source, c.reachable = inet.Source(a)
	if c.reachable {
		c.sameScope = scope(c.source) == c.scope
		c.sameLabel = find(table, c.source).label == p.label
		if a.Is6 {
			c.common = commonBits(c.source.IP, a.IP)
		}
	}
	return c
}

// better applies the rules of RFC 6724, section 6, that can be told here.
func better(a, b *candidate) bool {
	switch {
	case a.reachable != b.reachable:
		return a.reachable
	case a.sameScope != b.sameScope:
		return a.sameScope
	case a.sameLabel != b.sameLabel:
		return a.sameLabel
	case a.precedence != b.precedence:
		return a.precedence > b.precedence
	case a.scope != b.scope:
		return a.scope < b.scope
	case a.address.Is6 == b.address.Is6 && a.common != b.common:
		return a.common > b.common
	}
	return false
}
