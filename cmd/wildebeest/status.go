package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// status is a line of progress on a terminal; elsewhere it writes nothing.
type status struct {
	w    io.Writer // nil: no terminal
	mu   sync.Mutex
	last time.Time
}

func newStatus(w io.Writer) *status {
	if f, ok := w.(*os.File); ok {
		if _, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS); err == nil {
			return &status{w: f, last: time.Now()}
		}
	}
	return &status{}
}

// show draws the line, at most ten times a second.
func (s *status) show(done, total int) {
	if s.w == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(s.last) > 100*time.Millisecond {
		s.last = time.Now()
		fmt.Fprintf(s.w, "\rscanned %d of %d files", done, total)
	}
}

func (s *status) clear() {
	if s.w != nil {
		fmt.Fprint(s.w, "\r\x1b[K")
	}
}
