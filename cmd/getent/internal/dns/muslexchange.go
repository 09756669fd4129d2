package dns

import (
	"time"

	"golang.org/x/net/dns/dnsmessage"
	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// askAll asks every server at once and takes the first good replies. A server that
// fails is asked again at once, twice for each question of a round; what another
// error code says is not heard. A truncated reply is asked for again over TCP, since
// 1.2.4; when that fails, nothing else is waited for.
func (c *Config) askAll(questions []*question) {
	e := exchange{Config: c, questions: questions, streams: make([]*stream, len(questions))}
	defer e.close()
	e.open()
	round := time.Now()
	for range c.Attempts {
		round = round.Add(c.Timeout / time.Duration(c.Attempts))
		e.sendOpen()
		for !e.failed && !e.answered() && e.receive(round) {
		}
	}
}

// exchange is one exchange of musl's.
type exchange struct {
	*Config
	questions []*question
	sockets   []*udpSocket
	streams   []*stream // of each question; nil: none
	again     int       // how often a server that fails may still be asked again
	failed    bool
}

// udpSocket is a socket for the servers of one family. It is not connected: that a
// port is closed isn't seen.
type udpSocket struct {
	fd     int
	domain int
}

func (e *exchange) open() {
	for _, server := range e.Servers {
		if e.socket(server) != nil {
			continue
		}
		kind := unix.SOCK_DGRAM | unix.SOCK_CLOEXEC | unix.SOCK_NONBLOCK
		if fd, err := unix.Socket(domain(server), kind, 0); err == nil {
			e.sockets = append(e.sockets, &udpSocket{fd, domain(server)})
		}
	}
}

func (e *exchange) close() {
	for _, s := range e.sockets {
		unix.Close(s.fd)
	}
	for _, s := range e.streams {
		if s != nil {
			s.close()
		}
	}
}

func (e *exchange) socket(server inet.Addr) *udpSocket {
	for _, s := range e.sockets {
		if s.domain == domain(server) {
			return s
		}
	}
	return nil
}

func (e *exchange) send(q *question, server inet.Addr) {
	if s := e.socket(server); s != nil {
		_ = unix.Sendto(s.fd, q.wire, unix.MSG_NOSIGNAL, server.Sockaddr(port)) // an error is as silence
	}
}

// sendOpen starts a round: it sends what has no reply.
func (e *exchange) sendOpen() {
	e.again = 2 * len(e.questions)
	for i, q := range e.questions {
		if q.reply != nil || e.streams[i] != nil {
			continue
		}
		for _, server := range e.Servers {
			e.send(q, server)
		}
	}
}

func (e *exchange) answered() bool {
	for _, q := range e.questions {
		if q.reply == nil {
			return false
		}
	}
	return true
}

// receive takes what has come, or waits for it; false when the deadline has passed.
func (e *exchange) receive(deadline time.Time) bool {
	var polls []unix.PollFd
	for _, s := range e.sockets {
		polls = append(polls, unix.PollFd{Fd: int32(s.fd), Events: unix.POLLIN})
	}
	for i, s := range e.streams {
		if s != nil && e.questions[i].reply == nil {
			polls = append(polls, unix.PollFd{Fd: int32(s.fd), Events: s.events()})
		}
	}
	if !poll(polls, deadline) {
		return false
	}
	for _, s := range e.sockets {
		e.receiveUDP(s)
	}
	for i, s := range e.streams {
		if s != nil && e.questions[i].reply == nil {
			e.move(i, s)
		}
	}
	return true
}

func (e *exchange) receiveUDP(s *udpSocket) {
	buf := make([]byte, maxMessage)
	for !e.failed {
		n, from, err := unix.Recvfrom(s.fd, buf, 0)
		if err != nil {
			return
		}
		server, ok := e.server(from)
		if !ok {
			continue
		}
		message := buf[:n]
		if e.Old {
			message = buf[:min(n, oldMessage)]
		}
		e.take(message, server)
	}
}

// server is the one that a message comes from; ok is false for a stranger.
func (e *exchange) server(from unix.Sockaddr) (server inet.Addr, ok bool) {
	source, at := inet.FromSockaddr(from)
	for _, server := range e.Servers {
		if at == port && source.IP == server.IP && source.Is6 == server.Is6 {
			return server, true
		}
	}
	return server, false
}

// take gives a message to the question that it replies to.
func (e *exchange) take(message []byte, server inet.Addr) {
	for i, q := range e.questions {
		if q.reply != nil || e.streams[i] != nil {
			continue
		}
		r := q.parse(message)
		if r == nil {
			continue
		}
		switch {
		case r.rcode == dnsmessage.RCodeServerFailure && e.again > 0:
			e.again--
			e.send(q, server)
		case r.rcode != dnsmessage.RCodeSuccess && r.rcode != dnsmessage.RCodeNameError:
		case r.truncated && !e.Old:
			e.startStream(i, server)
		default:
			q.reply = r
		}
		return
	}
}

func (e *exchange) startStream(i int, server inet.Addr) {
	s, err := dialStream(server)
	if err != nil {
		e.failed = true
		return
	}
	s.send(e.questions[i].wire)
	e.streams[i] = s
}

// move goes on with a question's connection. All codes of errors count there.
func (e *exchange) move(i int, s *stream) {
	message, err := s.move()
	if err != nil {
		e.failed = true
	}
	if message == nil {
		return
	}
	if r := e.questions[i].parse(message); r != nil {
		e.questions[i].reply = r
		return
	}
	e.failed = true
}
