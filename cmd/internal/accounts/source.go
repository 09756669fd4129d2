package accounts

//go:generate go run ../../../internal/valuelist -type source -list sources -o sources.go

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// A source is a service of nsswitch.conf(5) that knows accounts. A nil lookup is
// one of a database that it doesn't have. Each source is a variable in a file of
// its own, which go generate puts into the list of sources.
type source struct {
	name       string
	running    bool // knows the running system only, not another one below a directory
	users      nss.Lookup[entry.Passwd]
	groups     nss.Lookup[entry.Group]
	shadows    nss.Lookup[entry.Shadow]
	gshadows   nss.Lookup[entry.Gshadow]
	initgroups memberOf

	// What takes the place of groups and initgroups where the files are asked, too; may
	// be nil.
	beside   func(files nss.Lookup[entry.Group]) nss.Lookup[entry.Group]
	besideOf func(files nss.Lookup[entry.Group]) memberOf
}

// memberOf yields the ids of the groups that have a user as a member, in any
// order and perhaps more than once.
type memberOf func(s *fsys.System, user string, yield func(gid uint32)) nss.Status
