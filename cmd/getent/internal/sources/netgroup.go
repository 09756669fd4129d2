package sources

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Netgroup yields the members of the netgroup of a query's name.
func (s Sources) Netgroup(q entry.Query, yield func(*entry.Triple) bool) nss.Status {
	return nss.Query(s.Switch, "netgroup", s.netgroups, q, yield)
}

func (s Sources) netgroups(service string) nss.Lookup[entry.Triple] {
	return s.source(service).netgroups
}

// InNetgroup tells whether a netgroup has a member that matches; a nil string of
// the question matches anything. Hosts and domains fold case.
func (s Sources) InNetgroup(name string, host, user, domain *string) bool {
	fits := func(t *entry.Triple) bool {
		return matches(t.Host, host, lines.SameFold) && matches(t.User, user, lines.SameBytes) && matches(t.Domain, domain, lines.SameFold)
	}
	q := entry.Query{Kind: entry.ByName, Name: name}
	of := func(service string) nss.Lookup[entry.Triple] { return selecting(s.netgroups(service), fits) }
	return nss.Query(s.Switch, "netgroup", of, q, func(*entry.Triple) bool { return false }) == nss.Success
}

// selecting is a lookup that finds the first member that fits.
func selecting(lookup nss.Lookup[entry.Triple], fits func(*entry.Triple) bool) nss.Lookup[entry.Triple] {
	if lookup == nil {
		return nil
	}
	return func(s *fsys.System, q entry.Query, yield func(*entry.Triple) bool) nss.Status {
		match := nss.NotFound
		status := lookup(s, q, func(t *entry.Triple) bool {
			if !fits(t) {
				return true
			}
			match = nss.Success
			return yield(t)
		})
		if status != nss.Success {
			return status
		}
		return match
	}
}

func matches(have []byte, want *string, same func([]byte, string) bool) bool {
	return len(have) == 0 || want == nil || same(have, *want)
}
