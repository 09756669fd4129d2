// Package server answers the clients of a socket: many at once in little memory, none
// of them longer than the time limit.
//
// One goroutine, the loop, has all connections and never waits for anything but them.
// The triage finds out who a client is, and answers those that a source may be waiting
// for, from what asks no daemon. The search asks the sources for all others.
package server

import (
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/peer"
)

// Settings say how much a server does at once and for how long.
type Settings struct {
	TimeLimit   time.Duration // from accepting a client to its answer
	Connections int           // at once
	Searches    int           // at once
}

// A Server answers clients.
type Server struct {
	Settings
	Listener *Listener
	// Ordinary tells whether a client is known to be of standing Other. It must not wait.
	Ordinary func(peer.Client) bool
	// Standing tells who a client is.
	Standing func(peer.Client) peer.Standing
	// Answer returns the reply to a request by the deadline.
	Answer func(r nscdproto.Request, standing peer.Standing, deadline time.Time) []byte
	// Alive is called by the loop, once in Pulse.
	Alive func()
	Pulse time.Duration

	urgent lane[*conn] // the triage of process 1, which waits behind nobody
	triage lane[*conn]
	search lane[question]

	mu       sync.Mutex
	answered []reply
	stopping bool
	wake     int // an eventfd that ends the loop's wait
}

// A question is what several clients may ask at once.
type question struct {
	request  nscdproto.Request
	standing peer.Standing
}

type reply struct {
	to   *conn
	text []byte
}

// Run serves until Stop, and returns when all clients have their answers.
func (s *Server) Run() error {
	loop, err := newLoop(s)
	if err != nil {
		return err
	}
	defer loop.close()
	s.urgent.start(1, s.sort)
	s.triage.start(2, s.sort)
	s.search.start(s.Searches, s.find)
	err = loop.run()
	s.urgent.stop()
	s.triage.stop()
	s.search.stop()
	return err
}

// Stop ends Run. It may be called again.
func (s *Server) Stop() {
	s.mu.Lock()
	s.stopping = true
	s.mu.Unlock()
	s.wakeUp()
}

// sort finds out who a client is.
func (s *Server) sort(c *conn, _ []*conn) {
	if time.Now().After(c.deadline) {
		return // the loop has told it
	}
	if s.Ordinary(c.client) {
		s.search.add(question{c.request, peer.Other}, c)
		return
	}
	standing := s.Standing(c.client)
	if standing == peer.Source {
		s.deliver([]*conn{c}, s.Answer(c.request, standing, c.deadline))
		return
	}
	s.search.add(question{c.request, standing}, c)
}

// find answers a question for all who ask it, unless it is too late for all.
func (s *Server) find(q question, clients []*conn) {
	deadline := clients[len(clients)-1].deadline.Add(-margin)
	if time.Now().After(deadline) {
		return // the loop has told them
	}
	s.deliver(clients, s.Answer(q.request, q.standing, deadline))
}

// margin is what an answer needs from here to its client.
const margin = 5 * time.Millisecond

// deliver hands an answer to the loop.
func (s *Server) deliver(clients []*conn, text []byte) {
	s.mu.Lock()
	for _, c := range clients {
		s.answered = append(s.answered, reply{c, text})
	}
	s.mu.Unlock()
	s.wakeUp()
}

func (s *Server) wakeUp() { unix.Write(s.wake, []byte{1, 0, 0, 0, 0, 0, 0, 0}) }

// collect returns what was delivered since the last time.
func (s *Server) collect() (answered []reply, stopping bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	answered, s.answered = s.answered, nil
	return answered, s.stopping
}
