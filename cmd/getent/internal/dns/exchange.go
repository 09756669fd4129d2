package dns

import (
	"errors"
	"time"

	"golang.org/x/net/dns/dnsmessage"
	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// port is where name servers listen.
const port = 53

// maxMessage is the largest message of DNS.
const maxMessage = 1 << 16

// exchange asks all questions until each has a reply or time is up. A server
// that failed counts as a reply only when no other may have a better one.
func (c *Config) exchange(questions []*question) {
	if c.Parallel {
		c.askAll(questions)
		return
	}
	c.askInTurn(questions)
}

// askAll sends to every server at once and takes the first replies, as musl.
func (c *Config) askAll(questions []*question) {
	sockets := dialAll(c.Servers)
	defer closeAll(sockets)
	for range c.Attempts {
		round := time.Now().Add(c.Timeout / time.Duration(c.Attempts))
		for _, s := range sockets {
			s.sendOpen(questions)
		}
		if receive(sockets, questions, round); answered(questions) {
			break
		}
	}
	c.retryTruncated(sockets, questions)
}

// askInTurn asks one server after the other, as glibc.
func (c *Config) askInTurn(questions []*question) {
	servers := c.Servers
	if c.Rotate && len(servers) > 1 {
		first := int(questions[0].id) % len(servers)
		servers = append(append([]inet.Addr(nil), servers[first:]...), servers[:first]...)
	}
	timeout := c.Timeout
	for attempt := range c.Attempts {
		for _, server := range servers {
			if c.TCP {
				askTCP(server, questions, time.Now().Add(timeout), false)
			} else {
				c.askUDP(server, questions, time.Now().Add(timeout))
			}
			if answered(questions) {
				return
			}
		}
		// Later rounds wait twice as long, shared by the servers.
		timeout = max(time.Second, c.Timeout<<(attempt+1)/time.Duration(len(servers)))
	}
}

func (c *Config) askUDP(server inet.Addr, questions []*question, deadline time.Time) {
	sockets := dialAll([]inet.Addr{server})
	defer closeAll(sockets)
	if len(sockets) == 0 {
		return
	}
	sockets[0].sendOpen(questions)
	receive(sockets, questions, deadline)
	c.retryTruncated(sockets, questions)
}

// retryTruncated asks again over TCP what didn't fit into a UDP message. The
// truncated reply stays where that fails.
func (c *Config) retryTruncated(sockets []*socket, questions []*question) {
	for _, q := range questions {
		if q.reply == nil || !q.reply.truncated {
			continue
		}
		kept := q.reply
		for _, s := range sockets {
			q.reply = nil
			askTCP(s.server, []*question{q}, time.Now().Add(c.Timeout), true)
			if q.reply != nil && final(q.reply) {
				break
			}
		}
		if q.reply == nil {
			q.reply = kept
		}
	}
}

// final tells whether another server would be asked in vain.
func final(r *reply) bool {
	return r.rcode == dnsmessage.RCodeSuccess || r.rcode == dnsmessage.RCodeNameError
}

func answered(questions []*question) bool {
	for _, q := range questions {
		if q.reply == nil || !final(q.reply) {
			return false
		}
	}
	return true
}

// socket is a UDP socket that is connected to one server, so that the kernel
// drops what others send.
type socket struct {
	fd     int
	server inet.Addr
	dead   bool
}

func dialAll(servers []inet.Addr) (sockets []*socket) {
	for _, server := range servers {
		fd, err := dial(server, unix.SOCK_DGRAM)
		if err != nil {
			continue
		}
		sockets = append(sockets, &socket{fd: fd, server: server})
	}
	return sockets
}

func closeAll(sockets []*socket) {
	for _, s := range sockets {
		unix.Close(s.fd)
	}
}

// dial starts to connect a socket that doesn't block.
func dial(server inet.Addr, kind int) (int, error) {
	fd, err := unix.Socket(domain(server), kind|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return -1, err
	}
	if err := unix.Connect(fd, server.Sockaddr(port)); err != nil && err != unix.EINPROGRESS {
		unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

func domain(a inet.Addr) int {
	if a.Is6 {
		return unix.AF_INET6
	}
	return unix.AF_INET
}

// sendOpen sends the questions that have no final reply.
func (s *socket) sendOpen(questions []*question) {
	for _, q := range questions {
		if q.reply == nil || !final(q.reply) {
			// An error shows at the next receive, or as silence.
			_, _ = unix.Write(s.fd, q.wire)
		}
	}
}

// receive takes replies until nothing is left to wait for, or the deadline. What
// one server refuses another may still answer.
func receive(sockets []*socket, questions []*question, deadline time.Time) {
	buf := make([]byte, maxMessage)
	for _, q := range questions {
		q.refused = 0
	}
	for {
		var polls []unix.PollFd
		var alive []*socket
		for _, s := range sockets {
			if !s.dead {
				alive = append(alive, s)
				polls = append(polls, unix.PollFd{Fd: int32(s.fd), Events: unix.POLLIN})
			}
		}
		if settled(questions, len(alive)) || !poll(polls, deadline) {
			return
		}
		for i, s := range alive {
			if polls[i].Revents == 0 {
				continue
			}
			n, err := unix.Read(s.fd, buf)
			if err != nil {
				s.dead = !errors.Is(err, unix.EAGAIN) && !errors.Is(err, unix.EINTR)
				continue
			}
			take(questions, buf[:n])
		}
	}
}

// settled tells whether every question is answered, or refused by every server
// that is left.
func settled(questions []*question, servers int) bool {
	for _, q := range questions {
		if (q.reply == nil || !final(q.reply)) && q.refused < servers {
			return false
		}
	}
	return true
}

// take gives a message to the question that it replies to.
func take(questions []*question, message []byte) {
	for _, q := range questions {
		if q.reply != nil && final(q.reply) {
			continue
		}
		if r := q.parse(message); r != nil {
			q.reply = r
			if !final(r) {
				q.refused++
			}
			return
		}
	}
}

// poll waits until a descriptor is ready; false when the deadline has passed.
func poll(polls []unix.PollFd, deadline time.Time) bool {
	for {
		left := time.Until(deadline)
		if left <= 0 {
			return false
		}
		n, err := unix.Poll(polls, int(left/time.Millisecond)+1)
		if err == nil && n > 0 {
			return true
		}
		if err != nil && err != unix.EINTR {
			return false
		}
	}
}
