package build

import (
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// Kinds of events. Of one package they come in this order, except that sources
// may be fetched before its build starts; Installed or Failed is its last. Planned
// and Done are the first and the last of the run.
const (
	Planned   = "planned"   // the first of a run: finished, total, remaining, unknown
	Started   = "started"   // a build begins: key, reasons, expected
	Fetched   = "fetched"   // a source is there, verified: source, from, bytes
	Extracted = "extracted" // the build's root and sources are ready: seconds, log
	Compiled  = "built"     // the recipe's sections ended well: seconds, cpu_seconds, max_rss, memory
	Installed = "installed" // the package is in the store: seconds, files, bytes, finished, total, remaining, unknown
	Failed    = "failed"    // the build did not end well: why, log
	Done      = "done"      // the run has ended: finished, failed, skipped, total, seconds
)

// An Event is something that happened in a run. As JSON it is one line of what
// --status-fd gets.
type Event struct {
	Time    time.Time `json:"time"`
	Kind    string    `json:"event"`
	Package string    `json:"package,omitempty"`
	Version string    `json:"version,omitempty"`
	Release int       `json:"release,omitempty"`
	Key     string    `json:"key,omitempty"`

	Reasons []string `json:"reasons,omitempty"` // why it is built
	Source  string   `json:"source,omitempty"`  // the upstream, as the recipe names it
	From    string   `json:"from,omitempty"`    // cache, Debian's pool, or a URL
	Log     string   `json:"log,omitempty"`     // path
	Why     string   `json:"why,omitempty"`     // of a failure
	Limit   string   `json:"limit,omitempty"`   // of a failure: the option of the limit that the build reached

	Seconds float64 `json:"seconds,omitempty"` // wall clock: of the phase; of the whole for installed and done
	CPU     float64 `json:"cpu_seconds,omitempty"`
	MaxRSS  int64   `json:"max_rss,omitempty"` // bytes
	Memory  int64   `json:"memory,omitempty"`  // bytes, peak of all processes together
	Files   int     `json:"files,omitempty"`
	Bytes   int64   `json:"bytes,omitempty"`

	Finished int `json:"finished,omitempty"` // packages that the store has now
	Failures int `json:"failed,omitempty"`   // packages that failed
	Skipped  int `json:"skipped,omitempty"`  // packages that were not begun, as something failed
	Total    int `json:"total,omitempty"`    // packages of the run

	// What the history lets expect, in seconds: of the build that begins, and of
	// the rest of the run, without packages of which nothing is known.
	Expected  float64 `json:"expected,omitempty"`
	Remaining float64 `json:"remaining,omitempty"`
	Unknown   int     `json:"unknown,omitempty"` // packages of the rest that were not built before
}

// An Observer is told what happens, from several goroutines at once.
type Observer interface{ Observe(Event) }

// Observers pass an event on to each of them.
type Observers []Observer

// Observe implements Observer.
func (all Observers) Observe(e Event) {
	for _, one := range all {
		one.Observe(e)
	}
}

// tell sends an event about a package.
func (b *Builder) tell(r *recipe.Recipe, e Event) {
	e.Package, e.Version, e.Release = r.Name, r.Version, r.Release
	b.announce(e)
}

func (b *Builder) announce(e Event) {
	e.Time = time.Now().UTC()
	b.Observer.Observe(e)
}
