package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var shadow = database{
	name: "shadow",
	list: func(s *session) int {
		s.shadows(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.shadows(entry.Query{Kind: entry.ByName, Name: key}) == nss.Success
		})
	},
}

func (s *session) shadows(q entry.Query) nss.Status {
	return s.query("shadow", q.Kind == entry.All, func(service string) nss.Status {
		switch service {
		case "files":
			return s.files.Shadow(q, s.printShadow)
		case "compat":
			return s.compatShadows(q, s.printShadow)
		}
		return nss.Unavail
	})
}

// printShadow writes a password as putspent(3) does.
func (s *session) printShadow(e *entry.Shadow) bool {
	b := s.out.AvailableBuffer()
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	for _, n := range [...]int64{e.Change, e.Min, e.Max, e.Warning, e.Inactivity, e.Expiry} {
		if n != -1 {
			b = strconv.AppendInt(b, n, 10)
		}
		b = append(b, ':')
	}
	if e.Flag != entry.NoFlag {
		b = strconv.AppendUint(b, e.Flag, 10)
	}
	s.out.Write(append(b, '\n'))
	return true
}
