// Package progress shows what a run of bootstrap does, to a reader and to a program.
package progress

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
)

// A Display shows long steps: on a terminal one status line that counts the
// seconds, elsewhere a plain line for each step.
type Display struct {
	line *statusline.Line
	out  io.Writer
	verb string

	mu    sync.Mutex
	doing []activity // in the order they began
	count string     // how many packages are finished, as [3/40]
	stop  chan struct{}
}

// An activity goes on beside others: one for each package that is being built,
// and one of no package.
type activity struct {
	name, what string
	since      time.Time
}

// New makes the display of a verb.
func New(out io.Writer, verb string) *Display {
	p := &Display{line: statusline.New(out), out: out, verb: verb, stop: make(chan struct{})}
	if p.line.Terminal() {
		go p.tick()
	}
	return p
}

// Doing replaces what is being done, beside the packages' builds.
func (p *Display) Doing(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.set("", what)
	p.say(what)
}

// Done prints a line that stays and ends what was being done.
func (p *Display) Done(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.set("", "")
	p.line.Print(p.verb + ": " + what)
}

// Observe shows what happens to the packages.
func (p *Display) Observe(e build.Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	name := e.Package + " " + e.Version
	switch e.Kind {
	case build.Started:
		p.set(name, "extracting")
		p.say(fmt.Sprintf("%s: %s", name, strings.Join(e.Reasons, "; ")))
	case build.Fetched:
		if e.From != "cache" {
			p.say(fmt.Sprintf("%s: fetched %s from %s", name, e.Source, e.From))
		}
	case build.Extracted:
		p.set(name, "building")
		p.say(fmt.Sprintf("%s: building (log: %s)", name, e.Log))
	case build.Compiled:
		p.set(name, "installing")
	case build.Installed:
		p.set(name, "")
		p.count = fmt.Sprintf("[%d/%d] ", e.Finished, e.Total)
		p.line.Print(fmt.Sprintf("%s: %s%s built in %.1f s", p.verb, p.count, name, e.Seconds))
	case build.Failed:
		p.set(name, "")
		p.line.Print(fmt.Sprintf("%s: %s failed: %s", p.verb, name, firstLine(e.Why)))
	}
}

// Finished ends a package's activity where no event does.
func (p *Display) Finished(r *recipe.Recipe) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.set(r.Name+" "+r.Version, "")
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// Close takes the status line away; it may be called more than once.
func (p *Display) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.stop:
		return
	default:
		close(p.stop)
	}
	p.line.Clear()
	p.doing = nil
}

// set replaces the activity of that name; no text ends it.
func (p *Display) set(name, what string) {
	for i, a := range p.doing {
		if a.name == name {
			p.doing = append(p.doing[:i], p.doing[i+1:]...)
			break
		}
	}
	if what != "" {
		p.doing = append(p.doing, activity{name, what, time.Now()})
	}
	p.draw()
}

// say prints a line where there is no status line to show it.
func (p *Display) say(what string) {
	if !p.line.Terminal() {
		fmt.Fprintf(p.out, "%s: %s\n", p.verb, what)
	}
}

func (p *Display) tick() {
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

func (p *Display) draw() {
	var parts []string
	for _, a := range p.doing {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s … %d s", a.name, a.what, int(time.Since(a.since).Seconds()))))
	}
	if len(parts) == 0 {
		p.line.Clear()
		return
	}
	p.line.Show(fmt.Sprintf("%s: %s%s", p.verb, p.count, strings.Join(parts, ", ")))
}
