package peer

import (
	"sync"
	"time"
)

// recent are clients of standing Other that were looked at a moment ago: a process
// with many threads or many questions is looked at once. In a moment a process may
// become another program; one that becomes a source and asks is told what it asks
// for after the time limit then, not at once. The child that is about to become a
// unit's program is of another standing, so that nothing is remembered of it.
type recent struct {
	mu   sync.Mutex
	list [256]seen
}

type seen struct {
	client Client
	until  time.Time
}

const moment = 20 * time.Millisecond

func (r *recent) has(c Client, now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := &r.list[uint32(c.PID)%uint32(len(r.list))]
	return e.client == c && now.Before(e.until)
}

func (r *recent) add(c Client, now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := &r.list[uint32(c.PID)%uint32(len(r.list))]
	e.client, e.until = c, now.Add(moment)
}
