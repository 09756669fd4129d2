// Package accounts finds the users, groups and passwords of a system as a libc's
// programs find them: in the files of /etc and in what daemons know, in the order
// of nsswitch.conf(5).
package accounts

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Accounts are the accounts of a system.
type Accounts struct{ *nss.Switch }

// Users yields the users that the query selects, until yield returns false. The
// status of a query for all is nss.Success.
func (a Accounts) Users(q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	return nss.Query(a.Switch, "passwd", func(service string) nss.Lookup[entry.Passwd] { return a.source(service).users }, q, yield)
}

// Shadows yields passwords of users, as Users does.
func (a Accounts) Shadows(q entry.Query, yield func(*entry.Shadow) bool) nss.Status {
	return nss.Query(a.Switch, "shadow", func(service string) nss.Lookup[entry.Shadow] { return a.source(service).shadows }, q, yield)
}

// Gshadows yields passwords of groups, as Users does.
func (a Accounts) Gshadows(q entry.Query, yield func(*entry.Gshadow) bool) nss.Status {
	return nss.Query(a.Switch, "gshadow", func(service string) nss.Lookup[entry.Gshadow] { return a.source(service).gshadows }, q, yield)
}

// source is the source of a service; it has no lookup where the service doesn't
// exist or can't be asked about another system than the running one.
func (a Accounts) source(service string) *source {
	for _, s := range sources {
		if s.name == service && !(s.running && a.Other()) {
			return s
		}
	}
	return &none
}

var none source

// Services yields the names of the services that know accounts, and whether the service
// knows the running system only.
func Services(yield func(name string, running bool) bool) {
	for _, s := range sources {
		if !yield(s.name, s.running) {
			return
		}
	}
}
