package main

import (
	"bytes"
	"io"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var passwd = database{
	name: "passwd",
	list: func(s *session) int {
		s.users(entry.Query{}, s.printUser)
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.users(idOrName(key), s.printUser) == nss.Success
		})
	},
}

// users asks the services for users.
func (s *session) users(q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	return s.query("passwd", q.Kind == entry.All, func(service string) nss.Status {
		switch {
		case service == "files":
			return s.files.Passwd(q, yield)
		case service == "compat":
			return s.compatUsers(q, yield)
		case service == "nscd" && !s.fs.Other():
			return s.nscd().Passwd(q, yield)
		case service == "systemd" && !s.fs.Other():
			return s.userdb().Passwd(q, yield)
		}
		return nss.Unavail
	})
}

// idOrName makes the query of a user or group key. A whole number is an id and
// never a name; it saturates at 64 bits and is then cut to 32.
func idOrName(key string) entry.Query {
	if number, ok := files.WholeNumber(key); ok {
		return entry.Query{Kind: entry.ByNumber, Number: uint32(number)}
	}
	return entry.Query{Kind: entry.ByName, Name: key}
}

// printUser writes a user as putpwent(3) does, which refuses what would read
// back differently and leaves out the numbers of compat entries. musl's doesn't.
func (s *session) printUser(e *entry.Passwd) bool {
	if e.Lines != nil {
		s.out.Write(e.Lines)
		return true
	}
	b := s.out.AvailableBuffer()
	if s.opt.glibc && bytes.IndexByte(e.Shell, ':') >= 0 {
		io.WriteString(s.stderr, "error writing passwd entry: Invalid argument\n")
		return true
	}
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	if s.opt.glibc && files.Compat(e.Name) {
		b = append(b, "::"...)
	} else {
		b = append(strconv.AppendUint(b, uint64(e.UID), 10), ':')
		b = append(strconv.AppendUint(b, uint64(e.GID), 10), ':')
	}
	b = append(append(b, e.Gecos...), ':')
	b = append(append(b, e.Dir...), ':')
	b = append(append(b, e.Shell...), '\n')
	s.out.Write(b)
	return true
}
