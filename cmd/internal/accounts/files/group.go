package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

var groups = idFile[entry.Group]{
	path: "/etc/group", glibc: parseGroup, musl: parseGroupMusl, plain: plainGroup,
	id:    func(e *entry.Group) ([]byte, uint32) { return e.Name, e.GID },
	whole: func(lines []byte) *entry.Group { return &entry.Group{Lines: lines} },
}

// Group yields the groups of /etc/group that the query selects.
func Group(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
	if !s.Glibc {
		return groups.find(s, q, yield)
	}
	return groups.find(s, q, func(e *entry.Group) bool {
		e.Members = members(e.Members)
		return yield(e)
	})
}

// parseGroup reads a line as glibc 2.36 was observed to: three fields are
// enough, and compat lines need no number. Members are left as written.
func parseGroup(line []byte, e *entry.Group) bool {
	line, ok := lines.Content(line)
	return ok && groupFields(line, e)
}

func groupFields(line []byte, e *entry.Group) (ok bool) {
	*e = entry.Group{}
	var last bool
	var gid []byte
	e.Name, line, last = lines.Field(line)
	compat := Compat(e.Name)
	if last || compat && len(line) == 0 {
		return compat
	}
	e.Password, line, _ = lines.Field(line)
	gid, e.Members, last = lines.Field(line)
	e.GID, ok = compatID(compat, gid, last)
	return ok
}

// parseGroupMusl reads a line as musl does: four fields, nothing stripped.
func parseGroupMusl(line []byte, e *entry.Group) bool {
	*e = entry.Group{}
	var last bool
	if e.Name, line, last = muslName(line); last {
		return false
	}
	if e.Password, line, last = lines.Field(line); last {
		return false
	}
	if e.GID, line = lines.MuslID(line); len(line) == 0 || line[0] != ':' {
		return false
	}
	e.Members = line[1:]
	return true
}

// members drops empty members and the blanks before each, in place.
func members(list []byte) []byte {
	out := list[:0]
	for len(list) > 0 {
		var member []byte
		if i := bytes.IndexByte(list, ','); i >= 0 {
			member, list = list[:i], list[i+1:]
		} else {
			member, list = list, nil
		}
		if member = lines.TrimLeft(member); len(member) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, ',')
		}
		out = append(out, member...)
	}
	return out
}
