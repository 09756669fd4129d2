package server

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/peer"
)

// phase is what a connection waits for.
type phase uint8

const (
	reading phase = iota // the rest of its request
	asking               // its answer
	writing              // room for the rest of its answer
	done
)

// A conn is a client's connection. It belongs to the loop; others read the client, the
// request and the deadline, which stay as they are then.
type conn struct {
	fd       int
	client   peer.Client
	request  nscdproto.Request
	deadline time.Time // of its answer
	writeBy  time.Time // when all of the answer must be written
	buf      []byte    // the start of its request, then the rest of its answer
	phase    phase
	polled   bool
}

// read reads what has come of the request.
func (c *conn) read() nscdproto.State {
	var chunk [nscdproto.MaxRequest]byte
	n := copy(chunk[:], c.buf)
	for n < len(chunk) {
		m, err := unix.Read(c.fd, chunk[n:])
		if err == unix.EINTR {
			continue
		}
		if err == unix.EAGAIN {
			break
		}
		if err != nil || m == 0 {
			return nscdproto.Malformed
		}
		n += m
		r, state := nscdproto.ParseRequest(chunk[:n])
		if state != nscdproto.Partial {
			c.request, c.buf = r, nil
			return state
		}
	}
	c.buf = append(c.buf[:0], chunk[:n]...)
	return nscdproto.Partial
}

// write writes what there is room for and tells whether all is written or lost.
func (c *conn) write() (all bool) {
	for len(c.buf) > 0 {
		n, err := unix.SendmsgN(c.fd, c.buf, nil, nil, unix.MSG_NOSIGNAL|unix.MSG_DONTWAIT)
		switch {
		case err == unix.EINTR:
		case err == unix.EAGAIN:
			return false
		case err != nil:
			return true
		default:
			c.buf = c.buf[n:]
		}
	}
	return true
}
