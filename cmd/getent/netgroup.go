package main

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// netgroup takes one key, a group to expand, or four: a group and the host, user
// and domain to look for in it. Other numbers of keys do nothing.
var netgroup = database{
	name: "netgroup",
	lookup: func(s *session, keys []string) int {
		switch len(keys) {
		case 1:
			return s.expandNetgroup(keys[0])
		case 4:
			s.matchNetgroup(keys[0], keys[1:])
		}
		return exitOK
	},
}

func (s *session) expandNetgroup(name string) int {
	started := false
	start := func() {
		if !started {
			started = true
			s.out.Write(appendPadded(s.out.AvailableBuffer(), name, 21))
		}
	}
	status := s.ask("netgroup", func(service string) nss.Status {
		if service != "files" {
			return nss.Unavail
		}
		return s.files.Netgroup(name, func(t *entry.Triple) bool {
			start()
			s.printTriple(t)
			return true
		})
	})
	if status != nss.Success {
		return exitNotFound
	}
	start()
	s.out.WriteByte('\n')
	return exitOK
}

// printTriple writes a member; glibc's getent has a blank for an empty host.
func (s *session) printTriple(t *entry.Triple) {
	s.out.WriteString(" (")
	if len(t.Host) == 0 {
		s.out.WriteByte(' ')
	}
	s.out.Write(t.Host)
	s.out.WriteByte(',')
	s.out.Write(t.User)
	s.out.WriteByte(',')
	s.out.Write(t.Domain)
	s.out.WriteByte(')')
}

// matchNetgroup writes whether a group has a member; * matches anything.
func (s *session) matchNetgroup(name string, member []string) {
	var want [3]*string
	var text [3]string
	for i, m := range member {
		if m != "*" {
			want[i], text[i] = &member[i], m
		}
	}
	status := s.ask("netgroup", func(service string) nss.Status {
		if service != "files" {
			return nss.Unavail
		}
		return s.files.InNetgroup(name, want[0], want[1], want[2])
	})
	answer := "0"
	if status == nss.Success {
		answer = "1"
	}
	s.out.Write(appendPadded(s.out.AvailableBuffer(), name, 21))
	s.out.WriteString(" (" + text[0] + "," + text[1] + "," + text[2] + ") = " + answer + "\n")
}
