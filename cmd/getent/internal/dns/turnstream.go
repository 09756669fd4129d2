package dns

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// askTCP asks one server over one connection, and once more over another one when
// the server resets it.
func (t *turn) askTCP(server inet.Addr, limit time.Duration) bool {
	for range 2 {
		t.reset()
		switch err := t.overStream(server, time.Now().Add(limit)); err {
		case nil:
			return true
		case unix.ECONNRESET, unix.EPIPE:
			continue
		}
		return false
	}
	return false
}

func (t *turn) overStream(server inet.Addr, deadline time.Time) error {
	s, err := dialStream(server)
	if err != nil {
		return err
	}
	defer s.close()
	for _, q := range t.questions {
		s.send(q.wire)
	}
	for open := len(t.questions); open > 0; {
		if !poll([]unix.PollFd{{Fd: int32(s.fd), Events: s.events()}}, deadline) {
			return unix.ETIMEDOUT
		}
		message, err := s.move()
		if err != nil {
			return err
		}
		if message == nil {
			continue
		}
		for _, q := range t.questions {
			if q.reply == nil {
				if r := q.parse(message); r != nil {
					t.hear(q, r)
					q.reply = r
					open--
					break
				}
			}
		}
	}
	return nil
}
