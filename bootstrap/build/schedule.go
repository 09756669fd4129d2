package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"
)

// Build makes sure that the store has every package of the plan, several at once
// where they do not need each other, and reports how many were built now. After
// a failure, what is being built is finished; with KeepGoing, what does not need
// the failed package too. The error is then a *Failures.
func (b *Builder) Build(ctx context.Context, plan *Plan) (built int, err error) {
	if err := b.openJobs(); err != nil {
		return 0, err
	}
	defer b.closeJobs()
	begin := time.Now()
	run := newSchedule(b, plan)
	if err := run.recordStored(plan); err != nil {
		return 0, err
	}
	err = run.all(ctx)
	failed, skipped := 0, 0
	var failures *Failures
	if errors.As(err, &failures) {
		failed, skipped = len(failures.Errors), len(failures.Skipped)
	}
	b.announce(Event{
		Kind: Done, Finished: run.finished, Failures: failed, Skipped: skipped, Total: run.total,
		Seconds: time.Since(begin).Seconds(),
	})
	return run.built, err
}

func (b *Builder) openJobs() (err error) {
	if b.Jobs == 0 {
		b.Jobs = runtime.NumCPU()
	}
	b.jobs, err = newJobserver(b.Jobs)
	return err
}

func (b *Builder) closeJobs() {
	b.jobs.close()
	b.jobs = nil
}

// A schedule is a run over the steps that the store lacks.
type schedule struct {
	b       *Builder
	reasons map[*Step]Reason // of the steps to build
	missing []*Step          // the same, in the plan's order
	blocked map[*Step]int    // what a step still waits for: dependencies, and its sources
	wanted  map[*Step][]*Step
	height  map[*Step]float64 // seconds from the step's begin to the end of what needs it
	ready   []*Step           // the highest first

	running, built, finished, total int
	failures                        Failures
	failed                          map[*Step]bool
	stopping                        bool // nothing more is begun
}

func newSchedule(b *Builder, plan *Plan) *schedule {
	s := &schedule{
		b: b, reasons: make(map[*Step]Reason), blocked: make(map[*Step]int), wanted: make(map[*Step][]*Step),
		height: make(map[*Step]float64), failed: make(map[*Step]bool), total: len(plan.Steps),
	}
	for _, reason := range b.State.Reasons(plan) {
		s.reasons[reason.Step] = reason
		s.missing = append(s.missing, reason.Step)
	}
	s.finished = s.total - len(s.missing)
	for _, step := range s.missing {
		s.blocked[step] = 1 // its sources
		for _, dep := range step.Deps {
			if _, ok := s.reasons[dep]; ok {
				s.blocked[step]++
				s.wanted[dep] = append(s.wanted[dep], step)
			}
		}
	}
	for _, step := range slices.Backward(s.missing) {
		after := 0.0
		for _, next := range s.wanted[step] {
			after = max(after, s.height[next])
		}
		s.height[step] = after + s.reasons[step].expected()
	}
	return s
}

// recordStored gives the ledger what an earlier run committed to the store
// without getting to the record.
func (s *schedule) recordStored(plan *Plan) error {
	for _, step := range plan.Steps {
		if p := s.b.State.Lookup(step); p != nil {
			if err := s.record(step, p); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *schedule) record(step *Step, p *Package) error {
	if s.b.Ledger.Has(step.Key) {
		return nil
	}
	if err := s.b.Ledger.Add(p.Record); err != nil {
		return fmt.Errorf("record %s in the ledger: %w", step.Recipe.Name, err)
	}
	return nil
}

// An ending is a step whose sources are there, or whose build is over.
type ending struct {
	step *Step
	p    *Package // nil: only its sources are there
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
			fetched <- ending{step: step, err: s.b.fetch(fetchContext, step)}
		}
	}()
	for fetching > 0 || s.running > 0 || asking || s.startable(ctx) {
		if !asking && s.startable(ctx) {
			asking = true
			if s.running == 0 {
				if err := s.b.jobs.refill(); err != nil {
					return err
				}
			}
			go func() { token <- s.b.jobs.take(ctx) }()
		}
		select {
		case e := <-fetched:
			fetching--
			s.end(e)
		case err := <-token:
			asking = false
			if err == nil && !s.startable(ctx) {
				s.b.jobs.put()
			} else if err == nil {
				s.start(ctx, ended)
			}
		case e := <-ended:
			s.running--
			s.b.jobs.put()
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
	s.b.tell(step.Recipe, Event{Kind: Started, Key: step.Key, Reasons: s.reasons[step].Texts})
	go func() {
		p, err := s.b.build(ctx, step)
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
		s.b.tell(e.step.Recipe, Event{
			Kind: Installed, Seconds: e.p.Took, Files: e.p.Files, Bytes: e.p.Size, Finished: s.finished, Total: s.total,
		})
		for _, next := range s.wanted[e.step] {
			s.unblock(next)
		}
	}
}

func (s *schedule) unblock(step *Step) {
	if s.blocked[step]--; s.blocked[step] > 0 {
		return
	}
	s.ready = append(s.ready, step)
	slices.SortStableFunc(s.ready, func(a, b *Step) int { return cmp.Compare(s.height[b], s.height[a]) })
}
