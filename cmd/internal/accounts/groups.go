package accounts

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Groups yields groups, as Users does. A group that several services have may be
// merged, as nsswitch.conf says.
func (a Accounts) Groups(q entry.Query, yield func(*entry.Group) bool) nss.Status {
	of := a.groupsOf
	if q.Kind == entry.All {
		return nss.Query(a.Switch, "group", of, q, yield)
	}
	var m merger
	status := a.merge(&m, of, q)
	if status == nss.Success && m.group != nil {
		yield(m.group)
	}
	return status
}

// merge asks the services for one group until an action says return.
func (a Accounts) merge(m *merger, of func(service string) nss.Lookup[entry.Group], q entry.Query) nss.Status {
	has := func(service string) bool { return of(service) != nil }
	status := nss.Unavail
	list := a.Order("group")
	for i, sv := range list {
		lookup := of(sv.Name)
		if m.group != nil && !m.merging && lookup == nil {
			continue
		}
		status = nss.Unavail
		if lookup != nil {
			dropped := sv.Actions[nss.Success] == nss.Continue && !nss.IsLast(list[i+1:], has)
			status = lookup(a.System, q, func(e *entry.Group) bool {
				m.add(e, dropped)
				return true
			})
		}
		if m.merging {
			status = nss.Success // the group as it is so far
		}
		action := sv.Actions[status]
		if m.merging = action == nss.Merge; action == nss.Return || m.merging && status != nss.Success {
			break
		}
	}
	return status
}

// merger puts together a group that several services have, [SUCCESS=merge] of
// nsswitch.conf(5): with the same name and id, one's members follow the other's.
type merger struct {
	group   *entry.Group
	merging bool
}

func (m *merger) add(e *entry.Group, dropped bool) {
	switch {
	case dropped:
		m.group = nil
	case !m.merging || m.group == nil:
		m.group = &entry.Group{
			Name: bytes.Clone(e.Name), Password: bytes.Clone(e.Password),
			GID: e.GID, Members: bytes.Clone(e.Members),
		}
	case m.group.GID == e.GID && bytes.Equal(m.group.Name, e.Name):
		if len(m.group.Members) > 0 && len(e.Members) > 0 {
			m.group.Members = append(m.group.Members, ',')
		}
		m.group.Members = append(m.group.Members, e.Members...)
	}
}

// groupsOf is the lookup of groups of a service.
func (a Accounts) groupsOf(service string) nss.Lookup[entry.Group] {
	src := a.source(service)
	if src.beside != nil && nss.Has(a.Order("group"), filesSource.name) {
		return src.beside(filesSource.groups)
	}
	return src.groups
}

// membersOf is the lookup of a user's groups of a service.
func (a Accounts) membersOf(service string) memberOf {
	src := a.source(service)
	if src.besideOf != nil && nss.Has(a.Order("group"), filesSource.name) {
		return src.besideOf(filesSource.groups)
	}
	return src.initgroups
}
