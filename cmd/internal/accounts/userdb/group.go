package userdb

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// group is what group(5) shows of a group record (systemd.io/GROUP_RECORD).
type group struct {
	GroupName string   `json:"groupName"`
	GID       id       `json:"gid"`
	Members   []string `json:"members"`
}

// members are those of the record, each once; none where one of them can't be a name.
func (g *group) members() []string {
	var list []string
	seen := map[string]bool{}
	for _, name := range g.Members {
		switch {
		case name == "" || !printable(name):
			return nil
		case !seen[name]:
			seen[name] = true
			list = append(list, name)
		}
	}
	return list
}

// Group yields the groups that the query selects.
func Group(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
	return Beside(nil)(s, q, yield)
}

// Beside returns the lookup of groups where another source is asked, too: its groups
// have the members that only files of memberships name.
func Beside(other nss.Lookup[entry.Group]) nss.Lookup[entry.Group] {
	return func(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
		if e := madeUpGroup(q); e != nil {
			yield(e)
			return nss.Success
		}
		known := map[string]bool{}
		status := records(s, "GetGroupRecord", parameters(q, "groupName", "gid"), q, file{".group", false}, func(record json.RawMessage, q entry.Query) bool {
			g := groupOf(s, record, q)
			if g == nil {
				return false
			}
			known[g.GroupName] = true
			yield(&entry.Group{Name: []byte(g.GroupName), Password: password, GID: g.GID.n, Members: []byte(strings.Join(g.withMemberships(s), ","))})
			return true
		})
		switch {
		case other == nil:
		case q.Kind == entry.All:
			for _, m := range memberships(s, "", "") {
				if !known[m.GroupName] {
					addMembers(s, other, entry.Query{Kind: entry.ByName, Name: m.GroupName}, m.UserName, yield)
				}
			}
		case status != nss.Success:
			return addMembers(s, other, q, "", yield)
		}
		return status
	}
}

// addMembers yields a group of another source with the members that memberships name,
// or with one user, and no others.
func addMembers(s *fsys.System, other nss.Lookup[entry.Group], q entry.Query, user string, yield func(*entry.Group) bool) nss.Status {
	status := nss.NotFound
	other(s, q, func(e *entry.Group) bool {
		var users []string
		for _, m := range memberships(s, user, string(e.Name)) {
			users = append(users, m.UserName)
		}
		if len(users) > 0 {
			status = nss.Success
			yield(&entry.Group{Name: e.Name, Password: e.Password, GID: e.GID, Members: []byte(strings.Join(users, ","))})
		}
		return false
	})
	return status
}

// withMemberships are the members of the record and then those that memberships name.
func (g *group) withMemberships(s *fsys.System) []string {
	list := g.members()
	own, seen := len(list), map[string]bool{}
	for _, name := range list {
		seen[name] = true
	}
	for _, m := range memberships(s, "", g.GroupName) {
		if !seen[m.UserName] {
			seen[m.UserName] = true
			list = append(list, m.UserName)
		}
	}
	slices.Sort(list[own:])
	return list
}

// groupOf is userOf for groups.
func groupOf(s *fsys.System, record []byte, q entry.Query) *group {
	g := &group{}
	if !readRecord(s, record, g) || !g.GID.valid || !selected(q, g.GroupName, g.GID) {
		return nil
	}
	return g
}

// Initgroups yields the ids of a user's groups.
func Initgroups(s *fsys.System, name string, yield func(gid uint32)) nss.Status {
	return InitgroupsBeside(nil)(s, name, yield)
}

// InitgroupsBeside is Beside for the groups of a user.
func InitgroupsBeside(other nss.Lookup[entry.Group]) func(s *fsys.System, name string, yield func(gid uint32)) nss.Status {
	return func(s *fsys.System, name string, yield func(gid uint32)) nss.Status {
		status := nss.NotFound
		if name == "" {
			return status
		}
		for _, m := range memberships(s, name, "") {
			gid, ok := groupID(s, m.GroupName)
			if !ok && other != nil {
				other(s, entry.Query{Kind: entry.ByName, Name: m.GroupName}, func(e *entry.Group) bool {
					gid, ok = e.GID, true
					return false
				})
			}
			if ok {
				yield(gid)
				status = nss.Success
			}
		}
		return status
	}
}

// groupID is the id of a group.
func groupID(s *fsys.System, name string) (gid uint32, ok bool) {
	q := entry.Query{Kind: entry.ByName, Name: name}
	if e := madeUpGroup(q); e != nil {
		return e.GID, true
	}
	use := func(record json.RawMessage, q entry.Query) bool {
		g := groupOf(s, record, q)
		if g != nil {
			gid, ok = g.GID.n, true
		}
		return g != nil
	}
	records(s, "GetGroupRecord", parameters(q, "groupName", "gid"), q, file{".group", false}, use)
	return gid, ok
}
