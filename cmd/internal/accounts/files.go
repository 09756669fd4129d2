package accounts

import "github.com/serpent-os/wildebeest/cmd/internal/accounts/files"

// filesSource is the files in /etc.
var filesSource = source{
	name:       "files",
	users:      files.Passwd,
	groups:     files.Group,
	shadows:    files.Shadow,
	gshadows:   files.Gshadow,
	initgroups: files.Initgroups,
}
