// Package nscd asks a name service cache daemon for users and groups, as musl
// does for what is not in the files.
package nscd

import (
	"errors"
	"io"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/local"
	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// timeLimit is how long glibc 2.36's client waits for a reply; musl's has no limit.
const timeLimit = 5 * time.Second

var errUnknown = errors.New("the daemon can't tell now")

// Error is a failed exchange with the daemon.
type Error struct{ Err error }

func (e *Error) Error() string { return "ask nscd at " + nscdproto.Path + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Passwd yields the user of a query for one.
func Passwd(s *fsys.System, q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	e, status := ask(s, q, nscdproto.UserByName, nscdproto.UserByID, nscdproto.ReadUser)
	if status == nss.Success {
		yield(e)
	}
	return status
}

// Group yields the group of a query for one.
func Group(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
	e, status := ask(s, q, nscdproto.GroupByName, nscdproto.GroupByID, nscdproto.ReadGroup)
	if status == nss.Success {
		yield(e)
	}
	return status
}

// Initgroups yields the ids of a user's groups.
func Initgroups(s *fsys.System, user string, yield func(gid uint32)) nss.Status {
	q := entry.Query{Kind: entry.ByName, Name: user}
	gids, status := ask(s, q, nscdproto.Initgroups, nscdproto.Initgroups, nscdproto.ReadGroups)
	if status == nss.Success {
		for _, gid := range gids {
			yield(gid)
		}
	}
	return status
}

// ask sends the request of a query and reads the reply.
func ask[E any](s *fsys.System, q entry.Query, byName, byID nscdproto.Kind, read func(io.Reader) (E, nscdproto.Found, error)) (e E, status nss.Status) {
	request := nscdproto.Request{Kind: byName, Name: q.Name}
	switch q.Kind {
	case entry.ByNumber:
		request = nscdproto.Request{Kind: byID, Number: q.Number}
	case entry.All:
		return e, nss.Unavail
	}
	if s.GivenUp(nscdproto.Path) {
		return e, nss.Unavail
	}
	conn, err := local.Dial(nscdproto.Path, time.Now().Add(timeLimit))
	if err != nil {
		// No daemon is no error, as to musl.
		if err != unix.ENOENT && err != unix.ENOTDIR && err != unix.ECONNREFUSED && err != unix.EACCES {
			s.Report(&Error{err})
		}
		return e, nss.Unavail
	}
	defer conn.Close()
	found := nscdproto.Unknown
	_, err = conn.Write(request.Append(nil))
	if err == nil {
		e, found, err = read(conn)
	}
	if err == unix.ETIMEDOUT {
		s.GiveUp(nscdproto.Path)
	}
	if err == nil && found == nscdproto.Unknown {
		err = errUnknown
	}
	switch {
	case err != nil:
		s.Report(&Error{err})
		return e, nss.Unavail
	case found == nscdproto.Missing:
		return e, nss.NotFound
	}
	return e, nss.Success
}
