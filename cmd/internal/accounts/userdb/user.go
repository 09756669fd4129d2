package userdb

import (
	"encoding/json"
	"path"
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
	if u.Disposition == "regular" || !dispositions[u.Disposition] && regular(u.UID.n) {
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

// dispositions are those of systemd.io/USER_RECORD. Any other says nothing.
var dispositions = map[string]bool{"intrinsic": true, "system": true, "dynamic": true, "regular": true, "container": true, "reserved": true}

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
