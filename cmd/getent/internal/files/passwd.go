package files

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// Passwd yields the users of /etc/passwd that the query selects.
func (s *System) Passwd(q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	parse := parsePasswdMusl
	if s.Glibc {
		parse = parsePasswd
	}
	var e entry.Passwd
	r := s.idFile("/etc/passwd", q)
	if q.Kind == entry.All && !q.Parsed {
		r.plain = plainLines(plainPasswd)
		r.whole = func(lines []byte) { yield(&entry.Passwd{Lines: lines}) }
	}
	return s.find(r, q, func(line []byte) bool {
		return parse(line, &e) && s.selects(q, e.Name, e.UID)
	}, func() bool { return yield(&e) })
}

// idFile is how passwd and group are read. musl's numbers wrap, which only those
// of more than maxDigits do.
func (s *System) idFile(path string, q entry.Query) reading {
	r := reading{path: path, last: s.lastLine()}
	switch q.Kind {
	case entry.ByName:
		r.find = startsWith(q.Name)
	case entry.ByNumber:
		r.find = thirdField(q.Number)
	}
	return r
}

// lastLine is for passwd and group, of which musl takes the last byte for a
// newline.
func (s *System) lastLine() lastLine {
	if s.Glibc {
		return keepLast
	}
	return cutLast
}

// selects tells whether a user or group answers the query. To glibc a name that
// starts with + or - is never an answer: it belongs to the compat service.
func (s *System) selects(q entry.Query, name []byte, number uint32) bool {
	switch q.Kind {
	case entry.ByName:
		if string(name) != q.Name {
			return false
		}
	case entry.ByNumber:
		if number != q.Number {
			return false
		}
	default:
		return true
	}
	return !s.Glibc || !Compat(name)
}

// Compat tells whether a name belongs to the compat service of nsswitch.conf(5).
func Compat(name []byte) bool { return len(name) > 0 && (name[0] == '+' || name[0] == '-') }

// parsePasswd reads a line as glibc 2.36 was observed to: four fields are
// enough, and compat lines need no numbers.
func parsePasswd(line []byte, e *entry.Passwd) bool {
	line, ok := content(line)
	if !ok {
		return false
	}
	*e = entry.Passwd{}
	var last bool
	var uid, gid []byte
	e.Name, line, last = field(line)
	compat := Compat(e.Name)
	if last || compat && len(line) == 0 {
		return compat
	}
	e.Password, line, _ = field(line)
	uid, line, last = field(line)
	if e.UID, ok = compatID(compat, uid, last); !ok {
		return false
	}
	gid, line, last = field(line)
	if e.GID, ok = compatID(compat, gid, last); !ok {
		return false
	}
	e.Gecos, line, _ = field(line)
	e.Dir, e.Shell, _ = field(line)
	return true
}

// compatID is id, but 0 for an empty field of a compat entry that isn't the
// line's last.
func compatID(compat bool, value []byte, last bool) (uint32, bool) {
	if len(value) == 0 && !last && compat {
		return 0, true
	}
	return id(value)
}

// parsePasswdMusl reads a line as musl does: seven fields, nothing stripped, an
// empty number is 0.
func parsePasswdMusl(line []byte, e *entry.Passwd) bool {
	*e = entry.Passwd{}
	var last bool
	if e.Name, line, last = muslName(line); last {
		return false
	}
	if e.Password, line, last = field(line); last {
		return false
	}
	if e.UID, line = muslID(line); len(line) == 0 || line[0] != ':' {
		return false
	}
	if e.GID, line = muslID(line[1:]); len(line) == 0 || line[0] != ':' {
		return false
	}
	if e.Gecos, line, last = field(line[1:]); last {
		return false
	}
	e.Dir, e.Shell, last = field(line)
	return !last
}

// muslName cuts a line after its name, which musl takes to have a byte at least.
func muslName(line []byte) (name, rest []byte, last bool) {
	if len(line) == 0 {
		return nil, nil, true
	}
	value, rest, last := field(line[1:])
	return line[:1+len(value)], rest, last
}
