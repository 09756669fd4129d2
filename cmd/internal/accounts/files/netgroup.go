package files

import (
	"bytes"
	"errors"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

const netgroupPath = "/etc/netgroup"

// maxNetgroups is how many groups one may contain, directly or not.
const maxNetgroups = 1 << 14

var (
	errNetgroups    = errors.New("left out a part of a netgroup with too many groups")
	errLongNetgroup = errors.New("left out a part of a netgroup that takes more than 4 MiB")
)

// Netgroup yields the members of a netgroup. Those of the groups in it follow
// its own, the last named group's first; each group counts once, where it is
// first named.
func Netgroup(s *fsys.System, q entry.Query, yield func(*entry.Triple) bool) nss.Status {
	name := q.Name
	pending := []string{name}
	known := map[string]bool{name: true} // and was or is pending
	result := nss.NotFound
	for len(pending) > 0 {
		group := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		members, status := netgroupLine(s, group)
		if status != nss.Success {
			if group == name {
				return status
			}
			continue
		}
		result = nss.Success
		stop := false
		eachMember(members, func(t *entry.Triple) bool {
			stop = !yield(t)
			return !stop
		}, func(inner string) {
			switch {
			case known[inner]:
			case len(known) >= maxNetgroups:
				s.Problem(netgroupPath, errNetgroups)
			default:
				known[inner] = true
				pending = append(pending, inner)
			}
		})
		if stop {
			break
		}
	}
	return result
}

// InNetgroup tells whether a netgroup has a user, on whatever host.
func InNetgroup(s *fsys.System, group, user string) bool {
	found := false
	Netgroup(s, entry.Query{Kind: entry.ByName, Name: group}, func(t *entry.Triple) bool {
		found = found || len(t.User) == 0 || string(t.User) == user
		return !found
	})
	return found
}

// netgroupLine returns what follows a group's name, continuation lines joined and
// then cut at a NUL.
func netgroupLine(s *fsys.System, name string) ([]byte, nss.Status) {
	var text []byte
	found, joined := false, false
	status := lines.Scan(s, lines.Reading{Path: netgroupPath, Last: lines.Newlines}, func(line []byte) bool {
		if !joined && name != "" {
			line, found = bytes.CutPrefix(line, []byte(name))
			found = found && len(line) > 0 && entry.IsSpace(line[0])
		}
		line = bytes.TrimSuffix(line, []byte("\n"))
		line, joined = bytes.CutSuffix(line, []byte(`\`))
		if !found {
			return true
		}
		if len(text)+len(line) > lines.MaxLine {
			s.Problem(netgroupPath, errLongNetgroup)
			return false
		}
		text = append(append(text, line...), ' ')
		return joined
	})
	if found {
		return lines.CutNUL(text), nss.Success
	}
	return nil, status
}

// eachMember parses the members of a netgroup: (host,user,domain) or a group.
func eachMember(text []byte, triple func(*entry.Triple) bool, group func(name string)) {
	for {
		if text = lines.TrimLeft(text); len(text) == 0 {
			return
		}
		if text[0] != '(' {
			name, rest := entry.Words(text).Cut()
			group(string(name))
			text = rest
			continue
		}
		host, rest, ok1 := bytes.Cut(text[1:], []byte(","))
		user, rest, ok2 := bytes.Cut(rest, []byte(","))
		domain, rest, ok3 := bytes.Cut(rest, []byte(")"))
		if !ok1 || !ok2 || !ok3 {
			return
		}
		t := entry.Triple{Host: firstWord(host), User: firstWord(user), Domain: firstWord(domain)}
		if !triple(&t) {
			return
		}
		text = rest
	}
}

func firstWord(text []byte) []byte {
	word, _ := entry.Words(text).Cut()
	return word
}
