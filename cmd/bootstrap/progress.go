package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// progress shows long steps: on a terminal one status line that counts the
// seconds, elsewhere a plain line for each step.
type progress struct {
	out      io.Writer
	verb     string
	terminal bool

	mu    sync.Mutex
	doing string
	since time.Time
	stop  chan struct{}
}

func newProgress(out io.Writer, verb string) *progress {
	p := &progress{out: out, verb: verb, stop: make(chan struct{})}
	if file, ok := out.(*os.File); ok {
		_, err := unix.IoctlGetTermios(int(file.Fd()), unix.TCGETS)
		p.terminal = err == nil
	}
	if p.terminal {
		go p.tick()
	}
	return p
}

// Doing replaces what is being done.
func (p *progress) Doing(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing, p.since = what, time.Now()
	if !p.terminal {
		fmt.Fprintf(p.out, "%s: %s\n", p.verb, what)
		return
	}
	p.draw()
}

// Done prints a line that stays.
func (p *progress) Done(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	p.doing = ""
	fmt.Fprintf(p.out, "%s: %s\n", p.verb, what)
}

// Close takes the status line away; it may be called more than once.
func (p *progress) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.stop:
		return
	default:
		close(p.stop)
	}
	p.erase()
	p.doing = ""
}

func (p *progress) tick() {
	for {
		select {
		case <-p.stop:
			return
		case <-time.After(time.Second):
			p.mu.Lock()
			p.draw()
			p.mu.Unlock()
		}
	}
}

func (p *progress) draw() {
	if p.doing == "" {
		return
	}
	p.erase()
	fmt.Fprintf(p.out, "%s: %s … %d s", p.verb, p.doing, int(time.Since(p.since).Seconds()))
}

func (p *progress) erase() {
	if p.terminal {
		fmt.Fprint(p.out, "\r\033[K")
	}
}
