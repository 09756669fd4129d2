// Package nscd asks a name service cache daemon for users and groups, as musl
// does for what is not in the files: version 2 of the protocol, numbers of 32
// bits in the machine's byte order.
package nscd

import (
	"encoding/binary"
	"errors"
	"io"
	"strconv"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/local"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Path is the socket.
const Path = "/var/run/nscd/socket"

const version = 2

// The requests.
const (
	userByName  = 0
	userByID    = 1
	groupByName = 2
	groupByID   = 3
	initgroups  = 15
)

// Limits of what a daemon may send.
const (
	timeLimit  = 5 * time.Second // to a request, as glibc 2.36's client waits; musl's has no limit
	maxText    = 4 << 20         // bytes of all strings of an entry
	maxMembers = 1 << 20
)

var errReply = errors.New("the daemon's reply is malformed")

// Error is a failed exchange with the daemon.
type Error struct{ Err error }

func (e *Error) Error() string { return "ask nscd at " + Path + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Passwd yields the user of a query for one.
func Passwd(s *fsys.System, q entry.Query, yield func(*entry.Passwd) bool) nss.Status {
	return ask(s, q.Kind, userByName, userByID, q, 9, func(r io.Reader, h []uint32) error {
		text, err := texts(r, h[2], h[3], h[6], h[7], h[8])
		if err == nil {
			yield(&entry.Passwd{Name: text[0], Password: text[1], UID: h[4], GID: h[5], Gecos: text[2], Dir: text[3], Shell: text[4]})
		}
		return err
	})
}

// Group yields the group of a query for one.
func Group(s *fsys.System, q entry.Query, yield func(*entry.Group) bool) nss.Status {
	return ask(s, q.Kind, groupByName, groupByID, q, 6, func(r io.Reader, h []uint32) error {
		if h[5] > maxMembers {
			return errReply
		}
		sizes := make([]uint32, h[5])
		if err := readNumbers(r, sizes); err != nil {
			return err
		}
		text, err := texts(r, append([]uint32{h[2], h[3]}, sizes...)...)
		if err != nil {
			return err
		}
		e := &entry.Group{Name: text[0], Password: text[1], GID: h[4]}
		for i, member := range text[2:] {
			if i > 0 {
				e.Members = append(e.Members, ',')
			}
			e.Members = append(e.Members, member...)
		}
		yield(e)
		return nil
	})
}

// Initgroups yields the ids of a user's groups.
func Initgroups(s *fsys.System, user string, yield func(gid uint32)) nss.Status {
	q := entry.Query{Kind: entry.ByName, Name: user}
	return ask(s, q.Kind, initgroups, initgroups, q, 3, func(r io.Reader, h []uint32) error {
		if h[2] > maxMembers {
			return errReply
		}
		gids := make([]uint32, h[2])
		if err := readNumbers(r, gids); err != nil {
			return err
		}
		for _, gid := range gids {
			yield(gid)
		}
		return nil
	})
}

// ask sends a request and hands the reply's head, of so many numbers, to read.
func ask(s *fsys.System, kind entry.Kind, byName, byID uint32, q entry.Query, head int, read func(r io.Reader, head []uint32) error) nss.Status {
	request, key := byName, q.Name
	switch kind {
	case entry.ByNumber:
		request, key = byID, strconv.FormatUint(uint64(q.Number), 10)
	case entry.All:
		return nss.Unavail
	}
	if s.GivenUp(Path) {
		return nss.Unavail
	}
	conn, err := local.Dial(Path, time.Now().Add(timeLimit))
	if err != nil {
		// No daemon is no error, as to musl.
		if err != unix.ENOENT && err != unix.ENOTDIR && err != unix.ECONNREFUSED && err != unix.EACCES {
			s.Report(&Error{err})
		}
		return nss.Unavail
	}
	defer conn.Close()
	h := make([]uint32, head)
	message := binary.NativeEndian.AppendUint32(nil, version)
	message = binary.NativeEndian.AppendUint32(message, request)
	message = binary.NativeEndian.AppendUint32(message, uint32(len(key)+1))
	message = append(append(message, key...), 0)
	_, err = conn.Write(message)
	if err == nil {
		err = readNumbers(conn, h)
	}
	switch {
	case err == nil && h[0] != version:
		err = errReply
	case err == nil && h[1] == 0:
		return nss.NotFound
	case err == nil:
		err = read(conn, h)
	}
	if err == unix.ETIMEDOUT {
		s.GiveUp(Path)
	}
	if err != nil {
		s.Report(&Error{err})
		return nss.Unavail
	}
	return nss.Success
}

func readNumbers(r io.Reader, numbers []uint32) error {
	buf := make([]byte, 4*len(numbers))
	if _, err := io.ReadFull(r, buf); err != nil {
		return short(err)
	}
	for i := range numbers {
		numbers[i] = binary.NativeEndian.Uint32(buf[4*i:])
	}
	return nil
}

// texts reads strings of the sizes, which count their final NULs.
func texts(r io.Reader, sizes ...uint32) ([][]byte, error) {
	total := uint64(0)
	for _, size := range sizes {
		total += uint64(size)
	}
	if total > maxText {
		return nil, errReply
	}
	buf := make([]byte, total)
	if _, err := io.ReadFull(r, buf); err != nil {
		return nil, short(err)
	}
	list := make([][]byte, len(sizes))
	for i, size := range sizes {
		if size == 0 || buf[size-1] != 0 || !printable(buf[:size-1]) {
			return nil, errReply
		}
		list[i], buf = buf[:size-1], buf[size:]
	}
	return list, nil
}

// printable tells whether a string can't look like another line's data.
func printable(text []byte) bool {
	for _, c := range text {
		if c == 0 || c == '\n' {
			return false
		}
	}
	return true
}

func short(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return errReply
	}
	return err
}
