package answer

import (
	"sync"
	"syscall"
	"time"
)

// health knows which daemons hung lately. One that did is not asked for a while,
// then by one question, and for twice as long if that hangs too.
type health struct {
	mu      sync.Mutex
	resting map[string]rest
}

type rest struct {
	length time.Duration
	until  time.Time
	trial  bool // one question asks whether the daemon answers again
}

// The first and the longest rest of a daemon.
const (
	firstRest   = time.Second
	longestRest = 16 * time.Second
)

// may tells whether a question may ask a daemon now.
func (h *health) may(daemon string, now time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	r, ok := h.resting[daemon]
	if !ok {
		return true
	}
	if now.Before(r.until) {
		return false
	}
	h.resting[daemon] = rest{r.length, now.Add(r.length), true}
	return true
}

// asked notes how asking a daemon ended.
func (h *health) asked(daemon string, err error, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !hangs(err) {
		delete(h.resting, daemon)
		return
	}
	r, ok := h.resting[daemon]
	switch {
	case !ok:
		if h.resting == nil {
			h.resting = map[string]rest{}
		}
		r.length = firstRest
	case r.trial:
		r.length = min(2*r.length, longestRest)
	default:
		return // it began before the rest
	}
	h.resting[daemon] = rest{r.length, now.Add(r.length), false}
}

// hangs tells whether an error is one of a daemon that does not answer: in time, or
// so that connections queue up.
func hangs(err error) bool { return err == syscall.ETIMEDOUT || err == syscall.EAGAIN }

// absent tells whether an error is one of a daemon that doesn't run, or that does not
// let this process ask.
func absent(err error) bool {
	return err == syscall.ENOENT || err == syscall.ECONNREFUSED || err == syscall.EACCES
}
