package main

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// The compat service of nsswitch.conf(5) is files, with lines that begin with -
// to exclude a name and lines that begin with + to go on to NIS, which is not to
// be had: as glibc 2.36 was observed to do then. musl knows no such lines.

// everything asks files for all entries, one by one.
var everything = entry.Query{Kind: entry.All, Parsed: true}

// A compatFilter decides what to do with the entries of a file, in their order.
type compatFilter struct {
	query  entry.Query
	groups bool // in /etc/group, a line for one name doesn't concern numbers
	found  bool
}

// take tells whether an entry answers the query and whether to read on.
func (f *compatFilter) take(name []byte, number uint32) (use, more bool) {
	byName := f.query.Kind == entry.ByName
	switch {
	case len(name) > 0 && name[0] == '-':
		return false, !byName || string(name[1:]) != f.query.Name
	case len(name) > 0 && name[0] == '+':
		// For NIS: of one name or, of a netgroup, of names that it has; else of all.
		other := len(name) > 1 && (name[1] == '@' || string(name[1:]) != f.query.Name)
		return false, byName && other || f.groups && f.query.Kind == entry.ByNumber && len(name) > 1
	case byName:
		use = string(name) == f.query.Name
	case f.query.Kind == entry.ByNumber:
		use = number == f.query.Number
	default:
		f.found = true
		return true, true
	}
	f.found = f.found || use
	return use, !use
}

// status is the answer of the service to the query, given that of the file.
func (f *compatFilter) status(file nss.Status) nss.Status {
	switch {
	case f.found:
		return nss.Success
	case file == nss.Success:
		return nss.NotFound
	}
	return file
}

func (s *session) compatUsers(q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	if !s.opt.glibc {
		return s.files.Passwd(q, yield)
	}
	f := compatFilter{query: q}
	return f.status(s.files.Passwd(everything, func(e *entry.Passwd) bool {
		use, more := f.take(e.Name, e.UID)
		return (!use || yield(e)) && more
	}))
}

func (s *session) compatGroups(q entry.Query, yield func(*entry.Group) bool) nss.Status {
	if !s.opt.glibc {
		return s.files.Group(q, yield)
	}
	f := compatFilter{query: q, groups: true}
	return f.status(s.files.Group(everything, func(e *entry.Group) bool {
		use, more := f.take(e.Name, e.GID)
		return (!use || yield(e)) && more
	}))
}

func (s *session) compatShadows(q entry.Query, yield func(*entry.Shadow) bool) nss.Status {
	if !s.opt.glibc {
		return s.files.Shadow(q, yield)
	}
	f := compatFilter{query: q}
	return f.status(s.files.Shadow(everything, func(e *entry.Shadow) bool {
		use, more := f.take(e.Name, 0)
		return (!use || yield(e)) && more
	}))
}

func (s *session) compatInitgroups(user string, yield func(gid uint32)) nss.Status {
	if !s.opt.glibc {
		return s.files.Initgroups(user, yield)
	}
	found := false
	status := s.compatGroups(entry.Query{}, func(e *entry.Group) bool {
		for _, member := range bytes.Split(e.Members, []byte{','}) {
			if string(member) == user {
				found = true
				yield(e.GID)
				break
			}
		}
		return true
	})
	if !found && status == nss.Success {
		return nss.NotFound
	}
	return status
}
