package main

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var services = database{
	name: "services",
	list: func(s *session) int {
		s.ports(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.ports(serviceQuery(key)) == nss.Success
		})
	},
}

// serviceQuery makes the query of NAME, PORT, NAME/PROTOCOL or PORT/PROTOCOL.
func serviceQuery(key string) entry.Query {
	var q entry.Query
	q.Name, q.Protocol, q.HasProtocol = strings.Cut(key, "/")
	q.Kind = entry.ByName
	if port, ok := files.WholeNumber(q.Name); ok && port <= 65535 && q.Name[0] >= '0' && q.Name[0] <= '9' {
		q.Kind, q.Number = entry.ByNumber, uint32(port)
	}
	return q
}

func (s *session) ports(q entry.Query) nss.Status {
	return s.query("services", q.Kind == entry.All, func(service string) nss.Status {
		if service == "files" {
			return s.files.Services(q, s.printService)
		}
		return nss.Unavail
	})
}

func (s *session) printService(e *entry.Named) bool {
	b := append(appendPadded(s.out.AvailableBuffer(), e.Name, 21), ' ')
	b = append(strconv.AppendUint(b, uint64(e.Number), 10), '/')
	return s.writeRow(append(b, e.Protocol...), e.Aliases)
}
