package userdb

import (
	"encoding/json"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// secrets are what shadow(5) and gshadow(5) show of a record. Times are in
// microseconds.
type secrets struct {
	Privileged struct {
		HashedPassword []string `json:"hashedPassword"`
	} `json:"privileged"`
	Locked   bool    `json:"locked"`
	NotAfter *uint64 `json:"notAfterUSec"`
	Changed  *uint64 `json:"lastPasswordChangeUSec"`
	Min      *uint64 `json:"passwordChangeMinUSec"`
	Max      *uint64 `json:"passwordChangeMaxUSec"`
	Warn     *uint64 `json:"passwordChangeWarnUSec"`
	Inactive *uint64 `json:"passwordChangeInactiveUSec"`
}

// password is the first hash, or one that nobody has.
func (s *secrets) password() []byte {
	if list := s.Privileged.HashedPassword; len(list) > 0 && list[0] != "" && printable(list[0]) {
		return []byte(list[0])
	}
	return invalid
}

// days is a time in whole days, -1 for one that isn't there.
func days(usec *uint64) int64 {
	if usec == nil {
		return -1
	}
	return int64(*usec / 86400e6)
}

// shadow is the entry of a user, as observed on systemd 252.
func (s *secrets) shadow(name []byte) *entry.Shadow {
	e := &entry.Shadow{Name: name, Password: s.password(), Change: days(s.Changed), Min: days(s.Min), Max: days(s.Max),
		Warning: days(s.Warn), Inactivity: days(s.Inactive), Expiry: days(s.NotAfter), Flag: entry.NoFlag}
	if s.Locked {
		e.Expiry = 1
	}
	return e
}

// Shadow yields the passwords of the users that the query selects.
func Shadow(s *fsys.System, q entry.Query, yield func(*entry.Shadow) bool) nss.Status {
	if e := madeUpUser(q); e != nil {
		yield((&secrets{}).shadow(e.Name))
		return nss.Success
	}
	return records(s, "GetUserRecord", parameters(q, "userName", "uid"), q, file{".user", true}, func(record json.RawMessage, q entry.Query) bool {
		var u struct {
			user
			secrets
		}
		if !readRecord(s, record, &u) || !selected(q, u.UserName, u.UID) {
			return false
		}
		yield(u.shadow([]byte(u.UserName)))
		return true
	})
}

// Gshadow yields the passwords of the groups that the query selects. Their members are
// not shown.
func Gshadow(s *fsys.System, q entry.Query, yield func(*entry.Gshadow) bool) nss.Status {
	if e := madeUpGroup(q); e != nil {
		yield(&entry.Gshadow{Name: e.Name, Password: invalid})
		return nss.Success
	}
	return records(s, "GetGroupRecord", parameters(q, "groupName", "gid"), q, file{".group", true}, func(record json.RawMessage, q entry.Query) bool {
		var g struct {
			group
			secrets
		}
		if !readRecord(s, record, &g) || !selected(q, g.GroupName, g.GID) {
			return false
		}
		yield(&entry.Gshadow{Name: []byte(g.GroupName), Password: g.password()})
		return true
	})
}

// selected tells whether a query selects a record with a name that can be printed.
func selected(q entry.Query, name string, number id) bool {
	switch {
	case name == "" || !printable(name):
		return false
	case q.Kind == entry.ByName:
		return name == q.Name
	case q.Kind == entry.ByNumber:
		return number.valid && number.n == q.Number
	}
	return true
}
