package accounts

import "github.com/serpent-os/wildebeest/cmd/internal/accounts/userdb"

// systemdSource is the user databases of systemd, as its NSS module.
var systemdSource = source{
	name:       "systemd",
	running:    true,
	users:      userdb.Passwd,
	groups:     userdb.Group,
	initgroups: userdb.Initgroups,
}
