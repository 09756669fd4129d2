package files

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Shells yields the valid login shells of /etc/shells, as shells(5).
func Shells(s *fsys.System, q entry.Query, yield func(*entry.Shell) bool) nss.Status {
	var e entry.Shell
	return lines.Find(s, lines.Reading{Path: "/etc/shells"}, q, func(line []byte) (ok bool) {
		e.Path, ok = lines.Content(line)
		return ok && (q.Kind == entry.All || string(e.Path) == q.Name)
	}, func() bool { return yield(&e) })
}
