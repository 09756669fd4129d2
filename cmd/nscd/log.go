package main

import (
	"io"
	"time"
)

// A logger writes messages: nscd: what was attempted: cause. Who reports never waits:
// where standard error is the journal's, the journal may be waiting for an answer.
type logger struct {
	messages chan string
	ended    chan struct{}
}

// room is how many messages can wait to be written. The others are lost.
const room = 64

// silence is how long a message is not repeated.
const silence = time.Minute

func startLog(w io.Writer) *logger {
	l := &logger{make(chan string, room), make(chan struct{})}
	go func() {
		defer close(l.ended)
		said := map[string]time.Time{}
		for text := range l.messages {
			now := time.Now()
			if at, ok := said[text]; ok && now.Sub(at) < silence {
				continue
			}
			if len(said) >= room {
				clear(said)
			}
			said[text] = now
			io.WriteString(w, text)
		}
	}()
	return l
}

func (l *logger) report(err error) {
	select {
	case l.messages <- line(err):
	default:
	}
}

// line is a message as it is written.
func line(err error) string { return "nscd: " + err.Error() + "\n" }

// end writes what waits, if that takes no longer than a moment. Nobody may report
// anything from then on.
func (l *logger) end() {
	close(l.messages)
	select {
	case <-l.ended:
	case <-time.After(time.Second):
	}
}
