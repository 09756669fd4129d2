package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// Group yields the groups of /etc/group that the query selects.
func (s *System) Group(q entry.Query, yield func(*entry.Group) bool) nss.Status {
	var e entry.Group
	r := s.idFile("/etc/group", q)
	if q.Kind == entry.All && !q.Parsed {
		r.plain = plainLines(plainGroup)
		r.whole = func(lines []byte) { yield(&entry.Group{Lines: lines}) }
	}
	return s.find(r, q, func(line []byte) bool {
		return s.parseGroup(line, &e) && s.selects(q, e.Name, e.GID)
	}, func() bool {
		if s.Glibc {
			e.Members = members(e.Members)
		}
		return yield(&e)
	})
}

func (s *System) parseGroup(line []byte, e *entry.Group) bool {
	if s.Glibc {
		return parseGroup(line, e)
	}
	return parseGroupMusl(line, e)
}

// parseGroup reads a line as glibc 2.36 was observed to: three fields are
// enough, and compat lines need no number. Members are left as written.
func parseGroup(line []byte, e *entry.Group) bool {
	line, ok := content(line)
	return ok && groupFields(line, e)
}

func groupFields(line []byte, e *entry.Group) (ok bool) {
	*e = entry.Group{}
	var last bool
	var gid []byte
	e.Name, line, last = field(line)
	compat := Compat(e.Name)
	if last || compat && len(line) == 0 {
		return compat
	}
	e.Password, line, _ = field(line)
	gid, e.Members, last = field(line)
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
	if e.Password, line, last = field(line); last {
		return false
	}
	if e.GID, line = muslID(line); len(line) == 0 || line[0] != ':' {
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
		if member = trimLeft(member); len(member) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, ',')
		}
		out = append(out, member...)
	}
	return out
}
