package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// A job is what verbs that build have in common: the driver, and the display of
// what it does.
type job struct {
	*driver.Driver
	show *progress
}

// jobOptions are the options of verbs that build.
type jobOptions struct {
	recipes   *[]string
	stage2    string
	jobs      int
	statusFD  int
	keepGoing bool
}

func (p *parser) jobOptions() *jobOptions {
	o := p.inputOptions()
	p.IntVar(&o.jobs, "jobs", 0, "cores that all builds together use (default: all)")
	p.IntVar(&o.statusFD, "status-fd", -1, "write events to this descriptor, a JSON object per line (cmd/bootstrap/events.md)")
	p.Lookup("status-fd").DefValue = "0" // -1 says nothing to a reader
	return o
}

// inputOptions are the options of verbs that look at what would be built.
func (p *parser) inputOptions() *jobOptions {
	o := new(jobOptions)
	o.recipes = p.recipesOption()
	p.StringVar(&o.stage2, "stage2", "", "a stage2 tree of your own (default: the assembled one)")
	return o
}

// openJob locks the state; close ends the lock.
func openJob(p *parser, std streams, o *jobOptions) (*job, error) {
	if o.jobs < 0 {
		return nil, fmt.Errorf("--jobs %d: name a number of cores from 1, or none for all", o.jobs)
	}
	events, err := openEvents(o.statusFD)
	if err != nil {
		return nil, err
	}
	options, err := p.driverOptions(o)
	if err != nil {
		return nil, err
	}
	show := newProgress(std.out, p.Name())
	options.Observer, options.Jobs, options.KeepGoing = append(events, show), o.jobs, o.keepGoing
	d, err := driver.Open(options)
	if err != nil {
		show.Close()
		return nil, err
	}
	return &job{d, show}, nil
}

func (j *job) close() {
	j.show.Close()
	j.Close()
}

func stage3Verb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("stage3", "stage3 [OPTION...] [PACKAGE...]")
	o := p.jobOptions()
	p.BoolVarP(&o.keepGoing, "keep-going", "k", false, "after a failure, build what does not need what failed")
	root := p.String("root", "", "make a root of these packages, and what they run with, at this directory")
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	j, err := openJob(p, std, o)
	if err != nil {
		return 1, err
	}
	defer j.close()
	plan, err := j.Plan(p.Args()...)
	if err != nil {
		return 1, err
	}
	begin := time.Now()
	built, err := j.Builder.Build(ctx, plan)
	if err != nil {
		return 1, err
	}
	took := fmt.Sprintf("%d of %d packages built in %.1f s", built, len(plan.Steps), time.Since(begin).Seconds())
	if *root != "" {
		return 0, publishAt(j, plan, *root, took)
	}
	if p.NArg() > 0 {
		j.show.Done(took + "; the root stays as it is until `bootstrap stage3`")
		return 0, nil
	}
	changed, err := j.State.Publish(plan)
	if err != nil {
		return 1, err
	}
	if built == 0 && !changed {
		j.show.Done(fmt.Sprintf("nothing to do: %d packages are up to date in %s", len(plan.Steps), j.State.Root()))
	} else {
		j.show.Done(took + "; the root is " + j.State.Root())
	}
	j.show.Close()
	_, dependent := j.State.CheckSelfContained(plan)
	fmt.Fprintln(std.out)
	if code, err := writeReport(std, j.Builder.Ledger, plan.Names(), "text"); err != nil {
		return code, err
	}
	if dependent != nil {
		return 1, dependent
	}
	return 0, nil
}

// publishAt makes a root of the plan's packages elsewhere than the state's own.
func publishAt(j *job, plan *plan.Plan, root, took string) error {
	dir, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	if _, err := j.State.PublishTo(dir, plan); err != nil {
		return err
	}
	j.show.Done(took + "; the root is " + dir)
	j.show.Close()
	return nil
}
