package limit

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// A Log is what a build prints into: a pipe's reader writes here, so that the
// build never has the file itself, which it could cut short or write over. From
// the limit on, and after an error of the file, it takes everything and keeps
// nothing.
type Log struct {
	mu   sync.Mutex
	file io.Writer
	left Size // -1: no limit
	last time.Time
	full bool
	stop func(error) // told once why nothing more is written
	over func() error
}

// closing ends a log that is cut.
const closing = "\n[the build prints more than its log may have; the rest is not kept]\n"

// newLog makes the log; over makes the error of the limit.
func newLog(file io.Writer, limit Size, stop func(error), over func() error) *Log {
	if limit <= 0 {
		limit = -1
	} else {
		limit = max(limit-Size(len(closing)), 0)
	}
	return &Log{file: file, left: limit, last: time.Now(), stop: stop, over: over}
}

// Write implements io.Writer. It never fails: the build is stopped instead.
func (l *Log) Write(text []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last = time.Now()
	if l.full {
		return len(text), nil
	}
	kept, cut := text, false
	if l.left >= 0 && Size(len(text)) > l.left {
		kept, cut = text[:l.left], true
	}
	_, err := l.file.Write(kept)
	if l.left >= 0 {
		l.left -= Size(len(kept))
	}
	switch {
	case err != nil:
		l.full = true
		l.stop(fmt.Errorf("write the log: %w", err))
	case cut:
		l.full = true
		io.WriteString(l.file, closing)
		l.stop(l.over())
	}
	return len(text), nil
}

// silent is how long nothing was written.
func (l *Log) silent() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	return time.Since(l.last)
}
