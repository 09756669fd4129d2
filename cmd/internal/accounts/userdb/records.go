package userdb

import (
	"encoding/json"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// user is what passwd(5) shows of a user record (systemd.io/USER_RECORD).
type user struct {
	UserName      string `json:"userName"`
	UID           id     `json:"uid"`
	GID           id     `json:"gid"`
	RealName      string `json:"realName"`
	HomeDirectory string `json:"homeDirectory"`
	Shell         string `json:"shell"`
	Disposition   string `json:"disposition"`
}

// An id is the number of a user or group. What can't be one, as -1 in 16 or 32 bits,
// counts as none.
type id struct {
	n     uint32
	valid bool
}

// UnmarshalJSON reads whole numbers in any notation.
func (i *id) UnmarshalJSON(text []byte) error {
	var n float64
	*i = id{}
	if json.Unmarshal(text, &n) == nil && n >= 0 && n < 1<<32-1 && n != 1<<16-1 && n == math.Trunc(n) {
		*i = id{uint32(n), true}
	}
	return nil
}

// Passwd yields the users that the query selects.
func Passwd(s *fsys.System, q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	if e := madeUpUser(q); e != nil {
		yield(e)
		return nss.Success
	}
	use := func(record json.RawMessage, q entry.Query) bool {
		u := userOf(s, record, q)
		if u != nil {
			yield(u.entry())
		}
		return u != nil
	}
	return records(s, "GetUserRecord", parameters(q, "userName", "uid"), q, file{".user", false}, use)
}

// records hands the records of services and of files to use, which returns whether
// it had one.
func records(s *fsys.System, method string, want map[string]any, q entry.Query, f file, use func(record json.RawMessage, q entry.Query) bool) nss.Status {
	if q.Kind == entry.ByNumber && (q.Number == 1<<16-1 || q.Number == 1<<32-1) {
		return nss.NotFound // -1 of 16 or 32 bits is nobody's; systemd's services call it an error
	}
	all := q.Kind == entry.All
	status, dropInAsked := call{method, want, all, func(parameters json.RawMessage) bool {
		var p struct {
			Record json.RawMessage `json:"record"`
		}
		return json.Unmarshal(parameters, &p) == nil && p.Record != nil && use(p.Record, q)
	}}.ask(s)
	if dropInAsked || status == nss.Success && !all {
		return status
	}
	if fromFiles := dropIn(s, q, f, use); fromFiles == nss.Success || status != nss.Success {
		return fromFiles
	}
	return status
}

// userOf reads a record; nil when it has no user that the query selects and that
// passwd(5) can show.
func userOf(s *fsys.System, record []byte, q entry.Query) *user {
	u := &user{}
	if !readRecord(s, record, u) {
		return nil
	}
	if !u.UID.valid || !selected(q, u.UserName, u.UID) {
		return nil
	}
	return u
}

// entry fills in what a record leaves out as nss-systemd does (observed on
// systemd 252): passwords are never shown, and users are taken for what their id
// makes them.
func (u *user) entry() *entry.Passwd {
	e := &entry.Passwd{Name: []byte(u.UserName), Password: password, UID: u.UID.n, GID: u.UID.n}
	if u.GID.valid {
		e.GID = u.GID.n
	}
	e.Gecos = []byte(u.UserName)
	if u.RealName != "" {
		e.Gecos = []byte(strings.NewReplacer(":", " ", "\n", " ").Replace(u.RealName))
	}
	e.Dir, e.Shell = []byte("/"), []byte("/usr/sbin/nologin")
	if u.Disposition == "regular" || u.Disposition == "" && regular(u.UID.n) {
		e.Dir, e.Shell = []byte("/home/"+u.UserName), []byte("/bin/bash")
	}
	if home := strings.TrimRight(u.HomeDirectory, "/"); strings.HasPrefix(u.HomeDirectory, "/") && printable(home) && path.Clean("/"+home) == "/"+strings.TrimPrefix(home, "/") {
		e.Dir = []byte(u.HomeDirectory)
	}
	if u.Shell != "" && printable(u.Shell) {
		e.Shell = []byte(u.Shell)
	}
	return e
}

var password = []byte("x")

// regular tells whether an id belongs to people, not to the system, to dynamic
// users or to containers: the ranges of systemd.io/UIDS-GIDS.
func regular(id uint32) bool {
	switch {
	case id < 1000, id >= 61184 && id <= 65535, id >= 524288 && id <= 1879048191, id >= 1<<31:
		return false
	}
	return true
}

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

// printable tells whether texts can stand in a line of passwd or group.
func printable(texts ...string) bool {
	for _, text := range texts {
		if strings.ContainsAny(text, ":\n\x00") {
			return false
		}
	}
	return true
}
