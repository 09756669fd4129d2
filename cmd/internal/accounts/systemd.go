package accounts

import (
	"github.com/serpent-os/wildebeest/cmd/internal/accounts/userdb"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// systemdSource is the user databases of systemd, as its NSS module.
var systemdSource = source{
	name:       "systemd",
	running:    true,
	users:      userdb.Passwd,
	groups:     userdb.Group,
	shadows:    userdb.Shadow,
	gshadows:   userdb.Gshadow,
	initgroups: userdb.Initgroups,
	beside:     userdb.Beside,
	besideOf:   func(other nss.Lookup[entry.Group]) memberOf { return userdb.InitgroupsBeside(other) },
}
