package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/muslproto"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var protocols = database{
	name: "protocols",
	list: func(s *session) int {
		s.protocols(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.protocols(numberOrName(key)) == nss.Success
		})
	},
}

func (s *session) protocols(q entry.Query) nss.Status {
	return s.query("protocols", q.Kind == entry.All, func(service string) nss.Status {
		switch service {
		case "files":
			return s.files.Protocols(q, s.printProtocol)
		case "musl":
			return muslproto.Find(q, s.printProtocol)
		}
		return nss.Unavail
	})
}

func (s *session) printProtocol(e *entry.Named) bool {
	b := append(appendPadded(s.out.AvailableBuffer(), e.Name, 21), ' ')
	return s.writeRow(strconv.AppendInt(b, int64(int32(e.Number)), 10), e.Aliases)
}
