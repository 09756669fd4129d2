package files

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Gshadow yields the group passwords of /etc/gshadow that the query selects.
func Gshadow(s *fsys.System, q entry.Query, yield func(*entry.Gshadow) bool) nss.Status {
	var e entry.Gshadow
	find := lines.Containing(q.Name)
	return lines.Find(s, lines.Reading{Path: "/etc/gshadow", Find: find}, q, func(line []byte) bool {
		return parseGshadow(line, &e) &&
			(q.Kind == entry.All || string(e.Name) == q.Name && !Compat(e.Name))
	}, func() bool { return yield(&e) })
}

// parseGshadow reads a line as glibc 2.36 was observed to: the name is enough.
func parseGshadow(line []byte, e *entry.Gshadow) bool {
	line, ok := lines.Content(line)
	if !ok {
		return false
	}
	e.Name, line, _ = lines.Field(line)
	e.Password, line, _ = lines.Field(line)
	e.Administrators, line, _ = lines.Field(line)
	e.Administrators = members(e.Administrators)
	e.Members = members(line)
	return true
}
