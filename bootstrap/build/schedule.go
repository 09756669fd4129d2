package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// Build makes sure that the store has every package of the plan, several at once
// where they do not need each other, and reports how many were built now. After
// a failure, what is being built is finished; with KeepGoing, what does not need
// the failed package too. The error is then a *Failures.
func (b *Builder) Build(ctx context.Context, p *plan.Plan) (built int, err error) {
	r := b.begin()
	defer r.jobs.Close()
	begin := time.Now()
	s := newSchedule(r, p)
	left := s.remaining()
	b.announce(Event{Kind: Planned, Finished: s.finished, Total: s.total, Remaining: left.seconds, Unknown: left.unknown})
	if err := s.recordStored(p); err != nil {
		return 0, err
	}
	err = s.all(ctx)
	failed, skipped := 0, 0
	var failures *Failures
	if errors.As(err, &failures) {
		failed, skipped = len(failures.Errors), len(failures.Skipped)
	}
	b.announce(Event{
		Kind: Done, Finished: s.finished, Failures: failed, Skipped: skipped, Total: s.total,
		Seconds: time.Since(begin).Seconds(),
	})
	return s.built, err
}

// A schedule is a run over the steps that the store lacks.
type schedule struct {
	*run
	reasons map[*plan.Step]plan.Reason // of the steps to build
	missing []*plan.Step               // the same, in the plan's order
	blocked map[*plan.Step]int         // what a step still waits for: dependencies, and its sources
	wanted  map[*plan.Step][]*plan.Step
	height  map[*plan.Step]float64 // seconds from the step's begin to the end of what needs it
	history map[*plan.Step]*progress
	ready   []*plan.Step // the highest first

	running, built, finished, total int
	failures                        Failures
	broken                          map[*plan.Step]bool // steps whose build or fetch failed
	stopping                        bool                // nothing more is begun
}

// unknownSeconds are what a package's first build is expected to take: little, as
// what is known about other packages says more.
const unknownSeconds = 1.0

func newSchedule(r *run, p *plan.Plan) *schedule {
	s := &schedule{
		run: r, reasons: make(map[*plan.Step]plan.Reason), blocked: make(map[*plan.Step]int), wanted: make(map[*plan.Step][]*plan.Step),
		height: make(map[*plan.Step]float64), history: make(map[*plan.Step]*progress), broken: make(map[*plan.Step]bool), total: len(p.Steps),
	}
	for _, reason := range p.Reasons(r.State) {
		s.reasons[reason.Step] = reason
		s.missing = append(s.missing, reason.Step)
		s.history[reason.Step] = s.lookBack(reason)
	}
	s.finished = s.total - len(s.missing)
	s.linkSteps()
	s.setHeights()
	return s
}

// linkSteps notes what each missing step waits for.
func (s *schedule) linkSteps() {
	for _, step := range s.missing {
		s.blocked[step] = 1 // its sources
		for _, dep := range step.Deps {
			if _, ok := s.reasons[dep]; ok {
				s.blocked[step]++
				s.wanted[dep] = append(s.wanted[dep], step)
			}
		}
	}
}

// setHeights finds how much work waits for each missing step.
func (s *schedule) setHeights() {
	for _, step := range slices.Backward(s.missing) {
		after := 0.0
		for _, next := range s.wanted[step] {
			after = max(after, s.height[next])
		}
		s.height[step] = after + cmp.Or(s.history[step].seconds, unknownSeconds)
	}
}

// recordStored gives the ledger what an earlier run committed to the store
// without getting to the record.
func (s *schedule) recordStored(p *plan.Plan) error {
	for _, step := range p.Steps {
		if made := s.State.Lookup(step); made != nil {
			if err := s.record(step, made); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *schedule) record(step *plan.Step, p *store.Package) error {
	if s.Ledger.Has(step.Key) {
		return nil
	}
	if err := s.Ledger.Add(p.Record); err != nil {
		return fmt.Errorf("record %s in the ledger: %w", step.Recipe.Name, err)
	}
	return nil
}

// An ending is a step whose sources are there, or whose build is over.
type ending struct {
	step *plan.Step
	p    *store.Package // nil: only its sources are there
	err  error
}

// all fetches and builds the missing steps.
func (s *schedule) all(ctx context.Context) error {
	fetchContext, stopFetching := context.WithCancel(ctx)
	defer stopFetching()
	fetched, ended, token := make(chan ending), make(chan ending), make(chan error)
	fetching, asking := len(s.missing), false
	go func() {
		for _, step := range s.missing {
			fetched <- ending{step: step, err: s.sources().fetch(fetchContext, step.Recipe, func(e Event) { s.tell(step.Recipe, e) })}
		}
	}()
	for fetching > 0 || s.running > 0 || asking || s.startable(ctx) {
		if !asking && s.startable(ctx) {
			asking = true
			go func() { token <- s.jobs.Take(ctx) }()
		}
		select {
		case e := <-fetched:
			fetching--
			s.end(e)
		case err := <-token:
			asking = false
			if err == nil && !s.startable(ctx) {
				s.jobs.Put()
			} else if err == nil {
				s.start(ctx, ended)
			}
		case e := <-ended:
			s.running--
			s.jobs.Put()
			s.end(e)
		}
		if s.stopping {
			stopFetching()
		}
	}
	return s.outcome(ctx)
}

// startable tells whether there is a step to begin.
func (s *schedule) startable(ctx context.Context) bool {
	return len(s.ready) > 0 && !s.stopping && ctx.Err() == nil
}

// start begins the ready step that most of the rest waits for.
func (s *schedule) start(ctx context.Context, ended chan<- ending) {
	step := s.ready[0]
	s.ready = s.ready[1:]
	s.running++
	s.history[step].begun = time.Now()
	s.tell(step.Recipe, Event{Kind: Started, Key: step.Key, Reasons: s.reasons[step].Texts, Expected: s.history[step].seconds})
	go func() {
		p, err := s.build(ctx, step)
		ended <- ending{step, p, err}
	}()
}

// end takes in that a step's sources are there, or its package, or neither.
func (s *schedule) end(e ending) {
	if e.err == nil && e.p != nil {
		e.err = s.record(e.step, e.p)
	}
	switch {
	case e.err != nil:
		s.fail(e)
	case e.p == nil:
		s.unblock(e.step)
	default:
		s.built++
		s.finished++
		s.history[e.step].over = true
		left := s.remaining()
		s.tell(e.step.Recipe, Event{
			Kind: Installed, Seconds: e.p.Took, Files: e.p.Files, Bytes: e.p.Size, Finished: s.finished, Total: s.total,
			Remaining: left.seconds, Unknown: left.unknown,
		})
		for _, next := range s.wanted[e.step] {
			s.unblock(next)
		}
	}
}

func (s *schedule) unblock(step *plan.Step) {
	if s.blocked[step]--; s.blocked[step] > 0 {
		return
	}
	s.ready = append(s.ready, step)
	slices.SortStableFunc(s.ready, func(a, b *plan.Step) int { return cmp.Compare(s.height[b], s.height[a]) })
}
