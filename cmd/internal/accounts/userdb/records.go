package userdb

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// user is what passwd(5) shows of a user record (systemd.io/USER_RECORD).
type user struct {
	UserName      string  `json:"userName"`
	UID           *uint32 `json:"uid"`
	GID           *uint32 `json:"gid"`
	RealName      string  `json:"realName"`
	HomeDirectory string  `json:"homeDirectory"`
	Shell         string  `json:"shell"`
	Disposition   string  `json:"disposition"`
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
	return records(s, "GetUserRecord", parameters(q, "userName", "uid"), q, ".user", use)
}

// records hands the records of services and of files to use, which returns whether
// it had one.
func records(s *fsys.System, method string, want map[string]any, q entry.Query, suffix string, use func(record json.RawMessage, q entry.Query) bool) nss.Status {
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
	if fromFiles := dropIn(s, q, suffix, use); fromFiles == nss.Success || status != nss.Success {
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
	if u.UID == nil || u.UserName == "" || !printable(u.UserName, u.RealName, u.HomeDirectory, u.Shell) ||
		q.Kind == entry.ByName && u.UserName != q.Name || q.Kind == entry.ByNumber && *u.UID != q.Number {
		return nil
	}
	return u
}

// entry fills in what a record leaves out as nss-systemd does (observed on
// systemd 252): passwords are never shown, and users are taken for what their id
// makes them.
func (u *user) entry() *entry.Passwd {
	e := &entry.Passwd{Name: []byte(u.UserName), Password: password, UID: *u.UID, GID: *u.UID}
	if u.GID != nil {
		e.GID = *u.GID
	}
	e.Gecos = []byte(u.UserName)
	if u.RealName != "" {
		e.Gecos = []byte(u.RealName)
	}
	e.Dir, e.Shell = []byte("/"), []byte("/usr/sbin/nologin")
	if u.Disposition == "regular" || u.Disposition == "" && regular(*u.UID) {
		e.Dir, e.Shell = []byte("/home/"+u.UserName), []byte("/bin/bash")
	}
	if strings.HasPrefix(u.HomeDirectory, "/") {
		e.Dir = []byte(u.HomeDirectory)
	}
	if u.Shell != "" {
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
	GID       *uint32  `json:"gid"`
	Members   []string `json:"members"`
}

// Group yields the groups that the query selects.
func Group(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
	if e := madeUpGroup(q); e != nil {
		yield(e)
		return nss.Success
	}
	all := q.Kind == entry.All
	use := func(record json.RawMessage, q entry.Query) bool {
		g := groupOf(s, record, q)
		if g == nil {
			return false
		}
		members := g.Members
		if !all {
			members = memberships(s, map[string]any{"groupName": g.GroupName}, members, func(m membership) string { return m.UserName })
			slices.Sort(members[len(g.Members):])
		}
		yield(&entry.Group{
			Name: []byte(g.GroupName), Password: password,
			GID: *g.GID, Members: []byte(strings.Join(members, ",")),
		})
		return true
	}
	return records(s, "GetGroupRecord", parameters(q, "groupName", "gid"), q, ".group", use)
}

// groupOf is userOf for groups.
func groupOf(s *fsys.System, record []byte, q entry.Query) *group {
	g := &group{}
	if !readRecord(s, record, g) {
		return nil
	}
	if g.GID == nil || g.GroupName == "" || !printable(g.GroupName) || !printable(g.Members...) ||
		q.Kind == entry.ByName && g.GroupName != q.Name || q.Kind == entry.ByNumber && *g.GID != q.Number {
		return nil
	}
	return g
}

type membership struct {
	UserName  string `json:"userName"`
	GroupName string `json:"groupName"`
}

// memberships adds what GetMemberships returns to a list, each once.
func memberships(s *fsys.System, want map[string]any, list []string, pick func(membership) string) []string {
	seen := map[string]bool{}
	for _, name := range list {
		seen[name] = true
	}
	call{"GetMemberships", want, true, func(text json.RawMessage) bool {
		var m membership
		if json.Unmarshal(text, &m) != nil {
			return false
		}
		if name := pick(m); name != "" && printable(name) && !seen[name] {
			seen[name] = true
			list = append(list, name)
		}
		return true
	}}.ask(s)
	return list
}

// Initgroups yields the ids of a user's groups.
func Initgroups(s *fsys.System, name string, yield func(gid uint32)) nss.Status {
	groups := memberships(s, map[string]any{"userName": name}, nil, func(m membership) string { return m.GroupName })
	status := nss.NotFound
	for _, group := range groups {
		if gid, ok := groupID(s, group); ok {
			yield(gid)
			status = nss.Success
		}
	}
	return status
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
			gid, ok = *g.GID, true
		}
		return g != nil
	}
	records(s, "GetGroupRecord", parameters(q, "groupName", "gid"), q, ".group", use)
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
