package files

import (
	"bytes"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Shadow yields the passwords of /etc/shadow that the query selects. As musl,
// it looks into /etc/tcb/NAME/shadow first for the one of a name.
func Shadow(s *fsys.System, q entry.Query, yield func(*entry.Shadow) bool) nss.Status {
	var e entry.Shadow
	var find lines.Finder
	if q.Kind == entry.ByName {
		find = lines.StartsWith(q.Name)
	}
	if s.Glibc || q.Kind == entry.All {
		return lines.Find(s, lines.Reading{Path: "/etc/shadow", Find: find}, q, func(line []byte) bool {
			return parseShadow(line, &e) &&
				(q.Kind == entry.All || string(e.Name) == q.Name && !Compat(e.Name))
		}, func() bool { return yield(&e) })
	}
	if q.Name == "" || q.Name[0] == '.' || strings.ContainsAny(q.Name, "/:") || len(q.Name) > 255 {
		return nss.NotFound
	}
	path := "/etc/tcb/" + q.Name + "/shadow"
	if file, err := s.FS.Open(path); err == nil {
		file.Close()
	} else {
		path = "/etc/shadow"
	}
	return lines.Find(s, lines.Reading{Path: path, Find: find, Last: lines.DropLast}, q, func(line []byte) bool {
		return parseShadowMusl(line, &e) && string(e.Name) == q.Name
	}, func() bool { return yield(&e) })
}

// parseShadow reads a line as glibc 2.36 was observed to: nine fields, or eight
// or five of them; numbers are empty or as those of passwd, and what follows the
// fifth may be blank.
func parseShadow(line []byte, e *entry.Shadow) bool {
	line, ok := lines.Content(line)
	if !ok {
		return false
	}
	*e = entry.Shadow{Warning: -1, Inactivity: -1, Expiry: -1, Flag: entry.NoFlag}
	var last bool
	e.Name, line, last = lines.Field(line)
	if compat := Compat(e.Name); last || compat && len(line) == 0 {
		e.Change, e.Min, e.Max = 0, 0, 0
		return compat
	}
	e.Password, line, _ = lines.Field(line)
	numbers := [...]*int64{&e.Change, &e.Min, &e.Max, &e.Warning, &e.Inactivity, &e.Expiry}
	for i, n := range numbers {
		var value []byte
		value, line, last = lines.Field(line)
		if i == 2 {
			line = lines.TrimLeft(line)
		}
		switch {
		case !shadowNumber(value, n):
			return false
		case last && len(value) == 0:
			return false
		case i == 2 && len(line) == 0:
			return true
		case last && i < len(numbers)-1:
			return false
		}
	}
	if len(line) == 0 {
		return true
	}
	flag, ok := lines.ID(line)
	e.Flag = uint64(flag)
	return ok
}

func shadowNumber(value []byte, n *int64) bool {
	if len(value) == 0 {
		*n = -1
		return true
	}
	v, ok := lines.ID(value)
	*n = int64(int32(v))
	return ok
}

// parseShadowMusl reads a line as musl does: nine fields, numbers are runs of
// digits, and the empty ones -1.
func parseShadowMusl(line []byte, e *entry.Shadow) bool {
	colon := bytes.IndexByte(line, ':')
	if colon < 0 {
		return false
	}
	e.Name, line = line[:colon], line[colon+1:]
	var last bool
	if e.Password, line, last = lines.Field(line); last {
		return false
	}
	for _, n := range [...]*int64{&e.Change, &e.Min, &e.Max, &e.Warning, &e.Inactivity, &e.Expiry} {
		*n, line = muslLong(line)
		if len(line) == 0 || line[0] != ':' {
			return false
		}
		line = line[1:]
	}
	var flag int64
	flag, line = muslLong(line)
	e.Flag = uint64(flag)
	return len(line) == 0
}

func muslLong(b []byte) (v int64, rest []byte) {
	if len(b) == 0 || b[0] == ':' {
		return -1, b
	}
	for len(b) > 0 && b[0] >= '0' && b[0] <= '9' {
		v = v*10 + int64(b[0]-'0')
		b = b[1:]
	}
	return v, b
}
