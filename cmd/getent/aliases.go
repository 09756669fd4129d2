package main

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var aliases = database{
	name: "aliases",
	list: func(s *session) int {
		s.aliases(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.aliases(entry.Query{Kind: entry.ByName, Name: key}) == nss.Success
		})
	},
}

func (s *session) aliases(q entry.Query) nss.Status {
	return s.query("aliases", q.Kind == entry.All, func(service string) nss.Status {
		if service == "files" {
			return s.files.Aliases(q, s.printAlias)
		}
		return nss.Unavail
	})
}

func (s *session) printAlias(e *entry.Alias) bool {
	name := append(append(s.out.AvailableBuffer(), e.Name...), ": "...)
	s.out.Write(appendPadded(nil, name, 16))
	for rest, more := e.Members, true; more; {
		var member []byte
		member, rest, more = bytes.Cut(rest, []byte(","))
		s.out.Write(member)
		if more {
			s.out.WriteString(", ")
		}
	}
	s.out.WriteByte('\n')
	return true
}
