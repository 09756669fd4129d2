// Package answer answers requests of nscd's protocol from the sources of users and
// groups.
//
// Nothing is remembered: users come and go without a word to this process, so that
// any answer kept would be wrong some time.
package answer

import (
	"errors"
	"slices"
	"time"

	"github.com/serpent-os/wildebeest/cmd/internal/accounts"
	"github.com/serpent-os/wildebeest/cmd/internal/accounts/userdb"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/peer"
)

// maxReply is how many bytes of a daemon's replies to one question are read: they
// are in memory several times.
const maxReply = 2 << 20

// maxMembers is how many members a group may have, and groups a user.
const maxMembers = 1 << 16

// Sources are where users and groups are looked for.
type Sources struct {
	// Services are those of a database, passwd or group, in their order.
	Services func(database string) []nss.Service
	// Multiplexer is when to ask systemd's multiplexer.
	Multiplexer fsys.Multiplexer
	// Report is told what keeps a source from answering; it must not block.
	Report func(error)

	health health
}

// Answer returns the reply to a request of a client, by the deadline.
func (s *Sources) Answer(r nscdproto.Request, standing peer.Standing, deadline time.Time) []byte {
	g := &guard{health: &s.health, standing: standing}
	system := &fsys.System{
		Daemons: fsys.Daemons{Deadline: deadline, Guard: g, Multiplexer: s.Multiplexer, MaxReply: maxReply},
		Warn:    s.Report,
	}
	a := accounts.Accounts{Switch: &nss.Switch{System: system, Chosen: func(database string) ([]nss.Service, bool) {
		return s.services(database, standing), true
	}}}
	var reply []byte
	switch r.Kind {
	case nscdproto.UserByName, nscdproto.UserByID:
		a.Users(query(r, nscdproto.UserByID), func(e *entry.Passwd) bool {
			reply = nscdproto.User(e)
			return false
		})
	case nscdproto.GroupByName, nscdproto.GroupByID:
		a.Groups(query(r, nscdproto.GroupByID), func(e *entry.Group) bool {
			reply = s.group(e, g)
			return false
		})
	case nscdproto.Initgroups:
		reply = initgroups(a, r.Name)
	}
	switch {
	case reply != nil:
		return reply
	case g.doubt:
		return nscdproto.None(r.Kind, nscdproto.Unknown)
	}
	return nscdproto.None(r.Kind, nscdproto.Missing)
}

// services are those to ask for a client: for one that a daemon may be waiting for,
// only those that ask no daemon.
func (s *Sources) services(database string, standing peer.Standing) []nss.Service {
	if database == "initgroups" {
		database = "group"
	}
	list := s.Services(database)
	if standing != peer.Source {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(sv nss.Service) bool { return sv.Name != "files" && sv.Name != "compat" })
}

func query(r nscdproto.Request, byID nscdproto.Kind) entry.Query {
	if r.Kind == byID {
		return entry.Query{Kind: entry.ByNumber, Number: r.Number}
	}
	return entry.Query{Kind: entry.ByName, Name: r.Name}
}

// group is the reply with a group, nil for one that is too large.
func (s *Sources) group(e *entry.Group, g *guard) []byte {
	count := 1
	for _, c := range e.Members {
		if c == ',' {
			count++
		}
	}
	reply, ok := nscdproto.Group(e)
	if count > maxMembers || !ok {
		s.Report(errors.New("answer for the group " + string(e.Name) + ": it has too many members: 65536 are the most"))
		g.doubt = true
		return nil
	}
	return reply
}

// initgroups is the reply with a user's groups, nil if there is none.
func initgroups(a accounts.Accounts, user string) []byte {
	var gids []uint32
	a.Initgroups(user, func(gid uint32) { gids = append(gids, gid) })
	if len(gids) == 0 {
		return nil
	}
	return nscdproto.Groups(gids)
}

// guard decides which daemons one question asks.
type guard struct {
	health   *health
	standing peer.Standing
	doubt    bool // a daemon was not asked, or gave no answer, that may have one
}

// May tells whether to ask a daemon.
func (g *guard) May(daemon string) bool {
	if g.standing == peer.Child && (daemon == userdb.Multiplexer || daemon == userdb.DynamicUser) {
		return false
	}
	if !g.health.may(daemon, time.Now()) {
		g.doubt = true
		return false
	}
	return true
}

// Asked notes how asking a daemon ended.
func (g *guard) Asked(daemon string, err error) {
	g.health.asked(daemon, err, time.Now())
	if err != nil && !absent(err) {
		g.doubt = true
	}
}
