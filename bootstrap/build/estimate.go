package build

import (
	"cmp"
	"slices"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// A progress is what the history says of a step's build, and how far it is now.
type progress struct {
	seconds, cpu float64 // of the last build, 0 where there was none
	begun        time.Time
	over         bool
}

// lookBack finds the last build of a step that is to be built. The ledger remembers
// those whose packages are gone.
func (s *schedule) lookBack(reason plan.Reason) *progress {
	p := &progress{seconds: reason.Seconds}
	for _, record := range s.Ledger.Latest([]string{reason.Step.Recipe.Name}) {
		p.seconds, p.cpu = cmp.Or(p.seconds, record.Took), record.CPU
	}
	return p
}

// left is the part of a build that is still to come, from 0 to 1.
func (p *progress) left(now time.Time) float64 {
	switch {
	case p.over || p.seconds == 0:
		return 0
	case p.begun.IsZero():
		return 1
	}
	return max(0, 1-now.Sub(p.begun).Seconds()/p.seconds)
}

// An estimate is what a run still takes: seconds, without its packages of which
// nothing is known.
type estimate struct {
	seconds float64
	unknown int
}

// remaining estimates the rest of the run: as long as its longest chain of packages
// that need each other, and as long as all cores need for the work.
func (s *schedule) remaining() estimate {
	now := time.Now()
	var e estimate
	work, chains := 0.0, make(map[*plan.Step]float64)
	for _, step := range slices.Backward(s.missing) {
		p := s.history[step]
		if p.seconds == 0 && !p.over {
			e.unknown++
		}
		chain := 0.0
		for _, next := range s.wanted[step] {
			chain = max(chain, chains[next])
		}
		chains[step] = chain + p.seconds*p.left(now)
		work += p.cpu * p.left(now)
		e.seconds = max(e.seconds, chains[step])
	}
	e.seconds = max(e.seconds, work/float64(s.Jobs))
	return e
}
