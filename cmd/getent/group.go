package main

import (
	"bytes"
	"io"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var group = database{
	name: "group",
	list: func(s *session) int {
		s.groups(entry.Query{}, s.printGroup)
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.groups(idOrName(key), s.printGroup) == nss.Success
		})
	},
}

// groups asks the services for groups.
func (s *session) groups(q entry.Query, yield func(*entry.Group) bool) nss.Status {
	return s.ask("group", func(service string) nss.Status {
		switch service {
		case "files":
			return s.files.Group(q, yield)
		}
		return nss.Unavail
	})
}

// printGroup writes a group as putgrent(3) does; see printUser.
func (s *session) printGroup(e *entry.Group) bool {
	if s.opt.glibc && bytes.IndexByte(e.Members, ':') >= 0 {
		io.WriteString(s.stderr, "error writing group entry: Invalid argument\n")
		return true
	}
	b := s.out.AvailableBuffer()
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	if !s.opt.glibc || !files.Compat(e.Name) {
		b = strconv.AppendUint(b, uint64(e.GID), 10)
	}
	s.out.Write(append(b, ':'))
	s.out.Write(e.Members)
	s.out.WriteByte('\n')
	return true
}
