package nss

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
)

// Lookup yields the entries of a service that a query selects, until yield
// returns false.
type Lookup[E any] func(s *fsys.System, q entry.Query, yield func(*E) bool) Status

// Query yields what the services of a database have: one entry or all, as the
// query says. of returns how a service is asked, nil when it doesn't exist or
// doesn't have the database.
func Query[E any](s *Switch, database string, of func(service string) Lookup[E], q entry.Query, yield func(*E) bool) Status {
	has := func(service string) bool { return of(service) != nil }
	return s.query(database, q.Kind == entry.All, has, func(service string, counts bool) Status {
		lookup := of(service)
		switch {
		case lookup == nil:
			return Unavail
		case !counts:
			return lookup(s.System, q, func(*E) bool { return true })
		}
		return lookup(s.System, q, yield)
	})
}

// query is what Query does for entries of any type.
func (s *Switch) query(database string, all bool, has func(service string) bool, one func(service string, counts bool) Status) Status {
	list := s.Order(database)
	if !all {
		return Ask(list, has, one)
	}
	AskAll(list, func(service string) Status { return one(service, true) })
	return Success
}

// Ask asks services for one key until an action says return. An answer doesn't
// count when the list goes on behind its success to a service that exists. Only
// groups can be merged: elsewhere that is an error.
func Ask(list []Service, has func(service string) bool, one func(service string, counts bool) Status) Status {
	status := Unavail
	for i, sv := range list {
		if status == Success && !has(sv.Name) {
			continue
		}
		last := IsLast(list[i+1:], has)
		status = one(sv.Name, sv.Actions[Success] == Return || last)
		switch action := sv.Actions[status]; {
		case action == Return:
			return status
		case action == Merge && !last:
			return Unavail
		}
	}
	return status
}

// IsLast tells whether none of the services that follow exists.
func IsLast(rest []Service, has func(service string) bool) bool {
	for _, sv := range rest {
		if has(sv.Name) {
			return false
		}
	}
	return true
}

// AskAll asks every service for all it has, unless an action says return after
// one that is unavailable or has come to its end. One whose success continues to
// another service isn't listed, as observed on glibc 2.36.
func AskAll(list []Service, all func(service string) Status) {
	for i, sv := range list {
		if i < len(list)-1 && sv.Actions[Success] == Continue {
			continue
		}
		if sv.Actions[all(sv.Name)] != Continue {
			return
		}
	}
}
