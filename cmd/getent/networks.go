package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var networks = database{
	name: "networks",
	list: func(s *session) int {
		s.networks(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.networks(networkQuery(key)) == nss.Success
		})
	},
}

// networkQuery makes the query of a key; one with a leading digit is an address
// of inet_addr(3), whose error is an address too.
func networkQuery(key string) entry.Query {
	if key == "" || key[0] < '0' || key[0] > '9' {
		return entry.Query{Kind: entry.ByName, Name: key}
	}
	address, ok := inet.Aton(key)
	if !ok {
		address = 1<<32 - 1
	}
	return entry.Query{Kind: entry.ByNumber, Number: address}
}

func (s *session) networks(q entry.Query) nss.Status {
	return s.query("networks", q.Kind == entry.All, func(service string) nss.Status {
		if service == "files" {
			return s.files.Networks(q, s.printNetwork)
		}
		return nss.Unavail
	})
}

func (s *session) printNetwork(e *entry.Named) bool {
	b := append(appendPadded(s.out.AvailableBuffer(), e.Name, 21), ' ')
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(e.Number>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return s.writeRow(b, e.Aliases)
}
