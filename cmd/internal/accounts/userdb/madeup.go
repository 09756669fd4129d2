package userdb

import "github.com/serpent-os/wildebeest/cmd/internal/entry"

// madeUpUsers and madeUpGroups are those that nss-systemd makes up where nothing else
// has them (nss-systemd(8); as observed on systemd 252). They are made where they are
// asked for, not at each start.
func madeUpUsers() []entry.Passwd {
	return []entry.Passwd{
		{Name: []byte("root"), Password: password, Gecos: []byte("Super User"), Dir: []byte("/root"), Shell: []byte("/bin/bash")},
		{Name: []byte("nobody"), Password: invalid, UID: overflow, GID: overflow, Gecos: []byte("Kernel Overflow User"), Dir: []byte("/"), Shell: []byte("/usr/sbin/nologin")},
	}
}

func madeUpGroups() []entry.Group {
	return []entry.Group{
		{Name: []byte("root"), Password: password},
		{Name: []byte("nogroup"), Password: invalid, GID: overflow},
	}
}

// invalid is a password that nobody has.
var invalid = []byte("!*")

// overflow is the id of whom the kernel can't name.
const overflow = 65534

// selects tells whether a query for one is for a name or number.
func selects(q entry.Query, name []byte, number uint32) bool {
	return q.Kind == entry.ByName && q.Name == string(name) || q.Kind == entry.ByNumber && q.Number == number
}

func madeUpUser(q entry.Query) *entry.Passwd {
	for _, e := range madeUpUsers() {
		if selects(q, e.Name, e.UID) {
			return &e
		}
	}
	return nil
}

func madeUpGroup(q entry.Query) *entry.Group {
	for _, e := range madeUpGroups() {
		if selects(q, e.Name, e.GID) {
			return &e
		}
	}
	return nil
}
