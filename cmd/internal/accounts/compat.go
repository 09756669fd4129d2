package accounts

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/accounts/files"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// compatSource is the compat service of nsswitch.conf(5): the files, where lines
// that begin with - exclude a name and lines that begin with + go on to NIS, which
// doesn't exist here. It behaves as glibc 2.36 was observed to without NIS. musl
// knows no such lines.
var compatSource = source{
	name: "compat",
	users: func(s *fsys.System, q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
		f := compatFilter{system: s, query: q}
		return compat(s, &f, files.Passwd, func(e *entry.Passwd) ([]byte, uint32) { return e.Name, e.UID }, yield)
	},
	groups: compatGroups,
	shadows: func(s *fsys.System, q entry.Query, yield func(*entry.Shadow) bool) nss.Status {
		f := compatFilter{system: s, query: q}
		return compat(s, &f, files.Shadow, func(e *entry.Shadow) ([]byte, uint32) { return e.Name, 0 }, yield)
	},
	initgroups: compatInitgroups,
}

func compatGroups(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
	f := compatFilter{system: s, query: q, groups: true}
	return compat(s, &f, files.Group, func(e *entry.Group) ([]byte, uint32) { return e.Name, e.GID }, yield)
}

// compat yields the entries of a file that a filter takes.
func compat[E any](s *fsys.System, f *compatFilter, file nss.Lookup[E], id func(*E) ([]byte, uint32), yield func(*E) bool) nss.Status {
	if !s.Glibc {
		return file(s, f.query, yield)
	}
	return f.status(file(s, everything, func(e *E) bool {
		use, more := f.take(id(e))
		return (!use || yield(e)) && more
	}))
}

// everything asks files for all entries, one by one.
var everything = entry.Query{Kind: entry.All, Parsed: true}

// A compatFilter decides what to do with the entries of a file, in their order.
type compatFilter struct {
	system *fsys.System
	query  entry.Query
	groups bool // in /etc/group, a line for one name doesn't concern numbers
	found  bool
}

// take tells whether an entry answers the query and whether to read on.
func (f *compatFilter) take(name []byte, number uint32) (use, more bool) {
	byName := f.query.Kind == entry.ByName
	switch {
	case len(name) > 1 && name[1] == '@' && (!f.groups || len(name) == 2) && (name[0] == '-' || name[0] == '+'):
		return false, f.beyond(name[0] == '+', string(name[2:]))
	case len(name) > 0 && name[0] == '-':
		return false, !byName || string(name[1:]) != f.query.Name
	case len(name) > 0 && name[0] == '+':
		other := len(name) > 1 && string(name[1:]) != f.query.Name // else of all names
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

// beyond tells whether to read on behind a line that adds or excludes a netgroup: its
// members are found no more.
func (f *compatFilter) beyond(adds bool, group string) bool {
	if f.query.Kind == entry.ByName {
		return !files.InNetgroup(f.system, group, f.query.Name)
	}
	return !adds || group == ""
}

// status is the answer of the service to the query, given the answer of the file.
func (f *compatFilter) status(file nss.Status) nss.Status {
	switch {
	case f.found:
		return nss.Success
	case file == nss.Success:
		return nss.NotFound
	}
	return file
}

// compatInitgroups reads the groups as they are enumerated.
func compatInitgroups(s *fsys.System, user string, yield func(gid uint32)) nss.Status {
	if !s.Glibc {
		return files.Initgroups(s, user, yield)
	}
	found := false
	status := compatGroups(s, entry.Query{}, func(e *entry.Group) bool {
		for member := range bytes.SplitSeq(e.Members, []byte{','}) {
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
