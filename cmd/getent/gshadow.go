package main

import (
	"bytes"
	"io"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var gshadow = database{
	name: "gshadow",
	list: func(s *session) int {
		s.gshadows(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.gshadows(entry.Query{Kind: entry.ByName, Name: key}) == nss.Success
		})
	},
}

func (s *session) gshadows(q entry.Query) nss.Status {
	return s.query("gshadow", q.Kind == entry.All, func(service string) nss.Status {
		if service == "files" {
			return s.files.Gshadow(q, s.printGshadow)
		}
		return nss.Unavail
	})
}

// printGshadow writes a group's password as glibc's putsgent does, which
// refuses what would read back differently.
func (s *session) printGshadow(e *entry.Gshadow) bool {
	if bytes.IndexByte(e.Members, ':') >= 0 {
		io.WriteString(s.stderr, "error writing gshadow entry: Invalid argument\n")
		return true
	}
	b := s.out.AvailableBuffer()
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	b = append(append(b, e.Administrators...), ':')
	s.out.Write(append(append(b, e.Members...), '\n'))
	return true
}
