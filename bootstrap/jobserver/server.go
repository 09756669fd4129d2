// Package jobserver shares the machine's cores between builds, by the protocol of GNU
// make's jobserver, so that no build can take jobs from another or keep them.
package jobserver

import (
	"context"
	"sync"
	"time"
)

// A Server shares the cores between builds. A build takes a job to begin, its
// implicit one, and each has a share, a jobserver of GNU make's protocol ("POSIX
// Jobserver" in make's manual), in which makes find the jobs that are lent to the
// build. No pipe is common to two builds: what one does to its own, by mistake or
// on purpose, takes nothing from another, and the server never waits for one.
//
// A make does not say that it wants a job. So jobs that nobody uses are offered to
// all builds, and an offer that one has left lying for a moment while another took
// all of its own goes to that one.
type Server struct {
	patience time.Duration // see revoke

	mu      sync.Mutex
	jobs    int
	used    int             // implicit and lent jobs
	waiting []chan struct{} // for an implicit job, in this order
	shares  []*Share
	moved   time.Time // when a job was last given or given back
	ended   chan struct{}
}

const (
	// balance is how long an offer may lie while another build wants it.
	balance = 50 * time.Millisecond
	// longestRest bounds the time for which a build that did not take an offer gets
	// none that another build may want.
	longestRest = 2 * time.Second
	// hoarding is how long a build may keep all jobs while others wait.
	hoarding = 30 * time.Second
)

// New makes a server of as many jobs, from 1. The caller closes it.
func New(jobs int) *Server {
	j := &Server{jobs: jobs, patience: hoarding, moved: time.Now(), ended: make(chan struct{})}
	go j.keepBalance()
	return j
}

// Close ends the server, when no build is left.
func (j *Server) Close() { close(j.ended) }

// Take waits for a job, or for the end of ctx.
func (j *Server) Take(ctx context.Context) error {
	given := make(chan struct{})
	j.mu.Lock()
	j.waiting = append(j.waiting, given)
	j.settle()
	j.mu.Unlock()
	select {
	case <-given:
		return nil
	case <-ctx.Done():
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for i, other := range j.waiting {
		if other == given {
			j.waiting = append(j.waiting[:i], j.waiting[i+1:]...)
			return ctx.Err()
		}
	}
	j.used-- // given meanwhile
	j.settle()
	return ctx.Err()
}

// Put gives an implicit job back.
func (j *Server) Put() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.used--
	j.settle()
}

// settle gives away what is free: to who waits to begin, then as offers. Callers
// of it and of what follows hold the lock.
func (j *Server) settle() {
	for len(j.waiting) > 0 && (j.used < j.jobs || j.reclaim(nil)) {
		close(j.waiting[0])
		j.waiting = j.waiting[1:]
		j.used++
		j.moved = time.Now()
	}
	for j.used < j.jobs {
		s := j.hungriest()
		if s == nil || !s.offer() {
			return
		}
		j.used++
		j.moved = time.Now()
	}
}

// hungriest is the build that gets the next offer: first one that has taken all of
// its own, and among those the one with the fewest jobs.
func (j *Server) hungriest() *Share {
	var best *Share
	for _, s := range j.shares {
		if best == nil || s.appetite(best) {
			best = s
		}
	}
	return best
}

// reclaim takes back an offer that lies, unless it is of the build except.
func (j *Server) reclaim(except *Share) bool {
	var most *Share
	for _, s := range j.shares {
		if s != except && s.lying() > 0 && (most == nil || s.lying() > most.lying()) {
			most = s
		}
	}
	if most == nil || !most.takeBack() {
		return false
	}
	j.used--
	return true
}

// keepBalance moves offers from time to time.
func (j *Server) keepBalance() {
	tick := time.NewTicker(balance)
	defer tick.Stop()
	for {
		select {
		case <-j.ended:
			return
		case <-tick.C:
		}
		j.mu.Lock()
		j.settle()
		for _, s := range j.shares {
			for s.hungry() && j.reclaim(s) && s.offer() {
				j.used++
			}
		}
		j.revoke()
		j.mu.Unlock()
	}
}

// revoke counts a job of the build that has most of them as given back, when
// nothing has moved for long and another build has less than its part: makes of a
// build can keep jobs, or lose them when they are killed. If the build is at work
// with all of them, there is one process more than jobs for a while; what it gives
// back next pays for it.
func (j *Server) revoke() {
	if j.used < j.jobs || time.Since(j.moved) < j.patience {
		return
	}
	part := j.jobs / (len(j.shares) + len(j.waiting) + 1) // of lent jobs, rounded down
	wanted := len(j.waiting) > 0
	var most *Share
	for _, s := range j.shares {
		wanted = wanted || (s.lent == 0 && len(j.shares) > 1)
		if s.lent > part && (most == nil || s.lent > most.lent) {
			most = s
		}
	}
	if !wanted || most == nil {
		return
	}
	most.lent--
	most.owed++
	j.used--
	j.moved = time.Now()
	j.settle()
}
