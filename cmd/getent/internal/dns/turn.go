package dns

import (
	"time"

	"golang.org/x/net/dns/dnsmessage"
	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// failureCause is why an exchange of glibc's had no reply.
type failureCause uint8

const (
	answered failureCause = iota
	noServer              // all refused or were silent
	noStream              // a TCP connection broke
)

// status is what nsswitch.conf(5) calls it, as observed on glibc 2.36.
func (f failureCause) status() nss.Status {
	if f == noServer {
		return nss.Unavail
	}
	return nss.NotFound
}

// turn asks one server after the other, as glibc 2.36 was observed to.
type turn struct {
	*Config
	questions []*question
	first     *question        // whose reply came first
	single    bool             // ask one question after the other
	reopen    bool             // with a socket for each
	rcode     dnsmessage.RCode // of the reply or refusal that came first from the last server
	heard     bool             // rcode is set
}

// askInTurn asks all questions of one server after the other.
func (c *Config) askInTurn(questions []*question) (t *turn, err failureCause) {
	servers := c.Servers
	if c.Rotate && len(servers) > 1 {
		at := int(questions[0].id) % len(servers)
		servers = append(append([]inet.Addr(nil), servers[at:]...), servers[:at]...)
	}
	t = &turn{Config: c, questions: questions, single: c.Single || c.Reopen, reopen: c.Reopen}
	stream := c.TCP
	for attempt := 0; attempt < c.Attempts; attempt++ {
		for i, server := range servers {
			limit := c.wait(i, len(servers))
			if !stream {
				switch t.askUDP(server, limit) {
				case done:
					return t, answered
				case next:
					continue
				}
				stream = true // from here on
			}
			attempt = c.Attempts // TCP is tried once with each server
			if t.askTCP(server, limit) {
				return t, answered
			}
		}
	}
	for _, q := range questions {
		q.reply = nil
	}
	if stream {
		return t, noStream
	}
	return t, noServer
}

// wait is how long a server may take: the later ones share a growing time.
func (c *Config) wait(i, servers int) time.Duration {
	seconds := int(c.Timeout/time.Second) << i
	if i > 0 {
		seconds /= servers
	}
	return time.Duration(max(1, seconds)) * time.Second
}

// verdict is what comes after asking a server over UDP.
type verdict uint8

const (
	done      verdict = iota
	next              // another server
	truncated         // the same one over TCP
)

// askUDP asks one server. One that replies to one question only is asked once more
// with one question after the other, and then with a socket for each.
func (t *turn) askUDP(server inet.Addr, limit time.Duration) verdict {
	for {
		fd, err := dial(server, unix.SOCK_DGRAM)
		if err != nil {
			return next
		}
		v, silent := t.converse(fd, limit)
		unix.Close(fd)
		switch {
		case v != next:
			return v
		case !silent || len(t.questions) == 1:
			return next
		case !t.some():
			return next
		case !t.single:
			t.single = true
		case !t.reopen:
			t.reopen = true
		default:
			return done // with what there is
		}
	}
}

// some tells whether there is a reply that isn't a refusal.
func (t *turn) some() bool {
	for _, q := range t.questions {
		if q.reply != nil {
			return true
		}
	}
	return false
}

// converse sends the questions and takes the replies. silent tells that the time
// passed.
func (t *turn) converse(fd int, limit time.Duration) (v verdict, silent bool) {
	t.reset()
	deadline := time.Now().Add(limit)
	sent := 0
	buf := make([]byte, maxMessage)
	for {
		for sent < len(t.questions) && (!t.single || sent == t.settled()) {
			if _, err := unix.Write(fd, t.questions[sent].wire); err != nil {
				return next, false
			}
			sent++
		}
		if !poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, deadline) {
			return next, true
		}
		n, err := unix.Read(fd, buf)
		if err != nil {
			if wait(err) == nil {
				continue
			}
			return next, false // the port is closed
		}
		switch v, over := t.take(buf[:n], sent); {
		case over:
			return v, false
		case t.single && t.settled() > 0 && t.settled() == sent:
			deadline = time.Now().Add(limit)
		}
	}
}

// reset forgets what came.
func (t *turn) reset() {
	t.first, t.heard = nil, false
	for _, q := range t.questions {
		q.reply, q.refused = nil, false
	}
}

// hear notes what came first.
func (t *turn) hear(q *question, r *reply) {
	if !t.heard {
		t.rcode, t.heard = r.rcode, true
	}
	if t.first == nil && !refuses(r) {
		t.first = q
	}
}

// settled counts the questions that a server has said something about.
func (t *turn) settled() int {
	n := 0
	for _, q := range t.questions {
		if q.reply != nil || q.refused {
			n++
		}
	}
	return n
}

// take gives a message to the question that it replies to. A server that refuses one
// of two questions may still answer the other one.
func (t *turn) take(message []byte, sent int) (v verdict, over bool) {
	for _, q := range t.questions[:sent] {
		if q.reply != nil || q.refused {
			continue
		}
		r := q.parse(message)
		if r == nil {
			continue
		}
		t.hear(q, r)
		switch {
		case refuses(r):
			q.refused = true
			if t.single && !t.some() {
				return next, true
			}
		case r.truncated:
			return truncated, true
		default:
			q.reply = r
		}
		switch {
		case t.settled() < len(t.questions):
			return 0, false
		case t.some():
			return done, true
		}
		return next, true
	}
	return 0, false
}

// refuses tells whether another server may do better.
func refuses(r *reply) bool {
	switch r.rcode {
	case dnsmessage.RCodeServerFailure, dnsmessage.RCodeNotImplemented, dnsmessage.RCodeRefused:
		return true
	}
	return false
}
