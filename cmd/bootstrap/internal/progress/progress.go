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

// A Display shows long steps: on a terminal as a status, a line for the run and one
// for each build with the last line of its log; elsewhere as a plain line for each
// step.
type Display struct {
	line *statusline.Line
	out  io.Writer
	verb string

	mu    sync.Mutex
	doing []activity // in the order they began
	run   run
	stop  chan struct{}
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
	p.set(activity{what: what})
	p.say(what)
}

// Done prints a line that stays and ends what was being done.
func (p *Display) Done(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.end("")
	p.line.Print(p.verb + ": " + what)
}

// Observe shows what happens to the packages.
func (p *Display) Observe(e build.Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	name := e.Package + " " + e.Version
	switch e.Kind {
	case build.Planned:
		p.run.begin(e)
		if p.run.text() != "" {
			p.say(p.run.text())
		}
	case build.Started:
		p.set(activity{name: name, what: "extracting", expected: seconds(e.Expected)})
		p.say(fmt.Sprintf("%s%s: %s", p.run.count(), name, strings.Join(e.Reasons, "; ")))
	case build.Fetched:
		if e.From != "cache" {
			p.say(fmt.Sprintf("%s: fetched %s from %s", name, e.Source, e.From))
		}
	case build.Extracted:
		p.change(name, "building", e.Log)
		p.say(fmt.Sprintf("%s: building (log: %s)", name, e.Log))
	case build.Compiled:
		p.change(name, "installing", "")
	case build.Installed:
		p.end(name)
		p.run.installed(e)
		p.line.Print(fmt.Sprintf("%s: %s%s built in %.1f s", p.verb, p.run.count(), name, e.Seconds))
	case build.Failed:
		p.end(name)
		text := fmt.Sprintf("%s: %s failed: %s", p.verb, name, firstLine(e.Why))
		if e.Log != "" {
			text += "\n    log: " + e.Log
		}
		p.line.PrintIn(statusline.Red, text)
	}
}

// Finished ends a package's activity where no event does.
func (p *Display) Finished(r *recipe.Recipe) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.end(r.Name + " " + r.Version)
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// Close takes the status away; it may be called more than once.
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

// say prints a line where there is no status to show it.
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
	if len(p.doing) == 0 {
		p.line.Clear()
		return
	}
	var lines []string
	if status := p.run.status(); status != "" {
		lines = append(lines, status)
	}
	now := time.Now()
	for _, a := range p.doing {
		lines = append(lines, a.text(now))
	}
	p.line.Show(lines...)
}
