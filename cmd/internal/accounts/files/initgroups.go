package files

import (
	"bytes"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Initgroups yields the ids of the groups that have user as a member.
func Initgroups(s *fsys.System, user string, yield func(gid uint32)) nss.Status {
	var e entry.Group
	found := false
	status := lines.Scan(s, lines.Reading{Path: "/etc/group", Find: lines.Containing(user), Last: lastLine(s)}, func(line []byte) bool {
		if parseMembership(s, line, &e) && isMember(s, e.Members, user) {
			found = true
			yield(e.GID)
		}
		return true
	})
	if found {
		return nss.Success
	}
	return status
}

// parseMembership is parseGroup, but glibc 2.36 takes comments for groups here.
func parseMembership(s *fsys.System, line []byte, e *entry.Group) bool {
	if s.Glibc {
		return groupFields(lines.TrimLeft(line), e)
	}
	return parseGroupMusl(line, e)
}

// isMember tells whether user is in a list as it stands in the file. To glibc
// blanks before a member don't count. To musl a comma right after the one that
// ends a member is the first byte of the next.
func isMember(s *fsys.System, list []byte, user string) bool {
	if user == "" {
		commas := len(list) - len(bytes.TrimRight(list, ","))
		return !s.Glibc && (commas%2 == 1 || len(list) > 0 && list[0] == ',')
	}
	if strings.Contains(user[1:], ",") || s.Glibc && user[0] == ',' {
		return false
	}
	want := []byte(user)
	for at := 0; ; at++ {
		i := bytes.Index(list[at:], want)
		if i < 0 {
			return false
		}
		at += i
		if end := at + len(want); end < len(list) && list[end] != ',' {
			continue
		}
		before := list[:at]
		for s.Glibc && len(before) > 0 && entry.IsSpace(before[len(before)-1]) {
			before = before[:len(before)-1]
		}
		commas := len(before) - len(bytes.TrimRight(before, ","))
		switch {
		case len(before) == 0 && user[0] != ',', s.Glibc && commas > 0, commas%2 == 1:
			return true
		}
	}
}
