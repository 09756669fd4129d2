package fsys

import (
	"slices"
	"time"
)

// Daemons is how the daemons of a system are asked. The zero Daemons are for one
// command, which waits as long as a libc's own client does and asks no daemon again
// that did not answer in time.
type Daemons struct {
	Deadline    time.Time // of all questions together; zero: each client's own limit
	Guard       Guard     // decides which daemons are asked; may be nil
	Multiplexer Multiplexer
	MaxReply    int // bytes of a daemon's replies to one question; 0: each client's own limit

	givenUp []string // daemons that did not answer in time
}

// Multiplexer is when to ask systemd's multiplexer of users and groups, which asks the
// services for its clients.
type Multiplexer uint8

// The uses of the multiplexer.
const (
	// Unused is how systemd's own module for glibc does it.
	Unused Multiplexer = iota
	// Last asks it for what no service has, unless its process is one of the services.
	Last
	// First asks it in place of the services, if it answers. It also knows what the
	// modules of its C library know.
	First
)

// A Guard decides which daemons are asked, and hears what came of it.
type Guard interface {
	// May tells whether to ask a daemon.
	May(daemon string) bool
	// Asked is told how asking ended; the error is nil when there was an answer.
	Asked(daemon string, err error)
}

// GiveUp notes that a daemon didn't answer in time: it isn't asked again.
func (d *Daemons) GiveUp(daemon string) { d.givenUp = append(d.givenUp, daemon) }

// GivenUp tells whether a daemon must not be asked.
func (d *Daemons) GivenUp(daemon string) bool {
	return slices.Contains(d.givenUp, daemon) || d.Guard != nil && !d.Guard.May(daemon)
}

// Asked notes how asking a daemon ended.
func (d *Daemons) Asked(daemon string, err error) {
	if d.Guard != nil {
		d.Guard.Asked(daemon, err)
	}
}

// Until is when a client must have its answer whose own limit is so long.
func (d *Daemons) Until(limit time.Duration) time.Time {
	if d.Deadline.IsZero() {
		return time.Now().Add(limit)
	}
	return d.Deadline
}

// Share is when one of several daemons must have answered, all of which must by the
// deadline: with a Deadline each may take half of the time that is left, so that one
// that hangs leaves some to the next.
func (d *Daemons) Share(deadline time.Time) time.Time {
	if d.Deadline.IsZero() {
		return deadline
	}
	now := time.Now()
	return now.Add(deadline.Sub(now) / 2)
}
