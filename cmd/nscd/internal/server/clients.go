package server

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/peer"
)

// begin serves a new client. Users other than root may have three of four
// connections each, so that none of them shuts out the others.
func (l *loop) begin(fd int) {
	cred, err := unix.GetsockoptUcred(fd, unix.SOL_SOCKET, unix.SO_PEERCRED)
	if err != nil || cred.Uid != 0 && l.users[cred.Uid] >= l.Connections/4*3 {
		unix.Close(fd)
		return
	}
	c := &conn{fd: fd, client: peer.Client{PID: cred.Pid, UID: cred.Uid}, deadline: time.Now().Add(l.TimeLimit)}
	l.open++
	if cred.Uid != 0 {
		l.users[cred.Uid]++
	}
	l.pending.add(c)
	l.read(c)
}

// read reads what has come of a request.
func (l *loop) read(c *conn) {
	switch c.read() {
	case nscdproto.Partial:
		if !c.polled {
			l.partial.add(c)
			l.await(c, unix.EPOLLIN)
		}
	case nscdproto.Complete:
		l.forget(c)
		c.phase = asking
		switch {
		case c.client.PID == 1:
			l.urgent.add(c, c)
		case l.Ordinary(c.client):
			l.search.add(question{c.request, peer.Other}, c)
		default:
			l.triage.add(c, c)
		}
	case nscdproto.Absent:
		l.answer(c, nscdproto.None(c.request.Kind, nscdproto.Missing))
	default:
		l.end(c)
	}
}

// answer sends a reply, if the client has none yet.
func (l *loop) answer(c *conn, text []byte) {
	if c.phase != reading && c.phase != asking {
		return
	}
	l.forget(c)
	c.phase, c.buf, c.writeBy = writing, text, time.Now().Add(l.TimeLimit)
	if l.write(c) {
		return
	}
	l.slow.add(c)
	l.await(c, unix.EPOLLOUT)
}

// write sends what there is room for and tells whether that was all.
func (l *loop) write(c *conn) bool {
	if !c.write() {
		return false
	}
	l.end(c)
	return true
}

// end closes a connection.
func (l *loop) end(c *conn) {
	if c.phase == done {
		return
	}
	l.forget(c)
	unix.Close(c.fd)
	c.phase, c.buf = done, nil
	l.open--
	if uid := c.client.UID; uid != 0 {
		if l.users[uid]--; l.users[uid] == 0 {
			delete(l.users, uid)
		}
	}
}

// await calls event when a connection is ready.
func (l *loop) await(c *conn, events uint32) {
	if l.watch(c.fd, events) != nil {
		l.end(c)
		return
	}
	c.polled = true
	l.polled[c.fd] = c
}

func (l *loop) forget(c *conn) {
	if c.polled {
		l.ignore(c.fd)
		delete(l.polled, c.fd)
		c.polled = false
	}
}
