package accounts

import "github.com/serpent-os/wildebeest/cmd/internal/accounts/nscd"

// nscdSource is a name service cache daemon, which musl asks.
var nscdSource = source{
	name:       "nscd",
	running:    true,
	users:      nscd.Passwd,
	groups:     nscd.Group,
	initgroups: nscd.Initgroups,
}
