// Package files reads the users, groups and passwords of the files in /etc, as a
// libc does.
package files

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

var users = idFile[entry.Passwd]{
	path: "/etc/passwd", glibc: parsePasswd, musl: parsePasswdMusl, plain: plainPasswd,
	id:    func(e *entry.Passwd) ([]byte, uint32) { return e.Name, e.UID },
	whole: func(lines []byte) *entry.Passwd { return &entry.Passwd{Lines: lines} },
}

// Passwd yields the users of /etc/passwd that the query selects.
func Passwd(s *fsys.System, q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	return users.find(s, q, yield)
}

// parsePasswd reads a line as glibc 2.36 was observed to: four fields are
// enough, and compat lines need no numbers.
func parsePasswd(line []byte, e *entry.Passwd) bool {
	line, ok := lines.Content(line)
	if !ok {
		return false
	}
	*e = entry.Passwd{}
	var last bool
	var uid, gid []byte
	e.Name, line, last = lines.Field(line)
	compat := Compat(e.Name)
	if last || compat && len(line) == 0 {
		return compat
	}
	e.Password, line, _ = lines.Field(line)
	uid, line, last = lines.Field(line)
	if e.UID, ok = compatID(compat, uid, last); !ok {
		return false
	}
	gid, line, last = lines.Field(line)
	if e.GID, ok = compatID(compat, gid, last); !ok {
		return false
	}
	e.Gecos, line, _ = lines.Field(line)
	e.Dir, e.Shell, _ = lines.Field(line)
	return true
}

// parsePasswdMusl reads a line as musl does: seven fields, nothing stripped, an
// empty number is 0.
func parsePasswdMusl(line []byte, e *entry.Passwd) bool {
	*e = entry.Passwd{}
	var last bool
	if e.Name, line, last = muslName(line); last {
		return false
	}
	if e.Password, line, last = lines.Field(line); last {
		return false
	}
	if e.UID, line = lines.MuslID(line); len(line) == 0 || line[0] != ':' {
		return false
	}
	if e.GID, line = lines.MuslID(line[1:]); len(line) == 0 || line[0] != ':' {
		return false
	}
	if e.Gecos, line, last = lines.Field(line[1:]); last {
		return false
	}
	e.Dir, e.Shell, last = lines.Field(line)
	return !last
}
