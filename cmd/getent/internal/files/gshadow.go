package files

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// Gshadow yields the group passwords of /etc/gshadow that the query selects.
func (s *System) Gshadow(q entry.Query, yield func(*entry.Gshadow) bool) nss.Status {
	var e entry.Gshadow
	pattern := ""
	if q.Kind == entry.ByName {
		pattern = q.Name
	}
	return s.find(reading{path: "/etc/gshadow", pattern: pattern}, q, func(line []byte) bool {
		return parseGshadow(line, &e) &&
			(q.Kind == entry.All || string(e.Name) == q.Name && !Compat(e.Name))
	}, func() bool { return yield(&e) })
}

// parseGshadow reads a line as glibc 2.36 was observed to: the name is enough.
func parseGshadow(line []byte, e *entry.Gshadow) bool {
	line, ok := content(line)
	if !ok {
		return false
	}
	e.Name, line, _ = field(line)
	e.Password, line, _ = field(line)
	e.Administrators, line, _ = field(line)
	e.Administrators = members(e.Administrators)
	e.Members = members(line)
	return true
}
