package files

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// An idFile is a file of entries with a name and a number: passwd or group.
type idFile[E any] struct {
	path        string
	glibc, musl func(line []byte, e *E) bool // parse a line
	plain       func(line []byte) bool       // for plainLines
	id          func(e *E) (name []byte, number uint32)
	whole       func(lines []byte) *E // the entry that stands for whole lines
}

func (f *idFile[E]) find(s *fsys.System, q entry.Query, yield func(*E) bool) nss.Status {
	parse := f.musl
	if s.Glibc {
		parse = f.glibc
	}
	r := lines.Reading{Path: f.path, Last: lastLine(s)}
	switch {
	case q.Kind == entry.ByName:
		r.Find = lines.StartsWith(q.Name)
	case q.Kind == entry.ByNumber:
		r.Find = lines.ThirdField(q.Number)
	case !q.Parsed:
		r.Plain = plainLines(f.plain)
		r.Whole = func(lines []byte) { yield(f.whole(lines)) }
	}
	var e E
	return lines.Find(s, r, q, func(line []byte) bool {
		if !parse(line, &e) {
			return false
		}
		name, number := f.id(&e)
		return selects(s, &q, name, number)
	}, func() bool { return yield(&e) })
}

// lastLine is for passwd and group, of which musl takes the last byte for a
// newline.
func lastLine(s *fsys.System) lines.LastLine {
	if s.Glibc {
		return lines.KeepLast
	}
	return lines.CutLast
}

// selects tells whether a user or group answers the query. To glibc a name that
// starts with + or - is never an answer: it belongs to the compat service.
func selects(s *fsys.System, q *entry.Query, name []byte, number uint32) bool {
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

// compatID is id, but 0 for an empty field of a compat entry that isn't the
// line's last.
func compatID(compat bool, value []byte, last bool) (uint32, bool) {
	if len(value) == 0 && !last && compat {
		return 0, true
	}
	return lines.ID(value)
}

// muslName cuts a line after its name, which musl takes to have a byte at least.
func muslName(line []byte) (name, rest []byte, last bool) {
	if len(line) == 0 {
		return nil, nil, true
	}
	value, rest, last := lines.Field(line[1:])
	return line[:1+len(value)], rest, last
}
