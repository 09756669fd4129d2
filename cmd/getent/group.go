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
	service := func(name string, yield func(*entry.Group) bool) nss.Status {
		switch {
		case name == "files":
			return s.files.Group(q, yield)
		case name == "compat":
			return s.compatGroups(q, yield)
		case name == "nscd" && !s.fs.Other():
			return s.nscd().Group(q, yield)
		case name == "systemd" && !s.fs.Other():
			return s.userdb().Group(q, yield)
		}
		return nss.Unavail
	}
	if q.Kind == entry.All {
		s.askAll("group", func(name string) nss.Status { return service(name, yield) })
		return nss.Success
	}
	var m merger
	status := nss.Unavail
	list := s.services("group")
	for i, sv := range list {
		if m.group != nil && !m.merging && !nss.Known(sv.Name) {
			continue
		}
		last := nss.Last(list, i)
		found := service(sv.Name, func(e *entry.Group) bool {
			m.add(e, sv.Actions[nss.Success] == nss.Continue && !last)
			return true
		})
		if m.merging && found != nss.Success {
			found = nss.Success // the group as it is so far
		}
		status = found
		action := sv.Actions[found]
		if m.merging = action == nss.Merge; action == nss.Return || m.merging && found != nss.Success {
			break
		}
	}
	if status == nss.Success && m.group != nil {
		yield(m.group)
	}
	return status
}

// merger puts together a group that several services have, [SUCCESS=merge] of
// nsswitch.conf(5): with the same name and id, one's members follow the other's.
type merger struct {
	group   *entry.Group
	merging bool
}

func (m *merger) add(e *entry.Group, dropped bool) {
	switch {
	case dropped:
		m.group = nil
	case !m.merging || m.group == nil:
		m.group = &entry.Group{
			Name: bytes.Clone(e.Name), Password: bytes.Clone(e.Password),
			GID: e.GID, Members: bytes.Clone(e.Members),
		}
	case m.group.GID == e.GID && bytes.Equal(m.group.Name, e.Name):
		if len(m.group.Members) > 0 && len(e.Members) > 0 {
			m.group.Members = append(m.group.Members, ',')
		}
		m.group.Members = append(m.group.Members, e.Members...)
	}
}

// printGroup writes a group as putgrent(3) does; see printUser.
func (s *session) printGroup(e *entry.Group) bool {
	if e.Lines != nil {
		s.out.Write(e.Lines)
		return true
	}
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
