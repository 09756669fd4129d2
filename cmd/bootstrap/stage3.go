package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// A job is what stage3 and probe have in common: recipes, tools and a state
// that this process has locked.
type job struct {
	state   *build.State
	recipes []*recipe.Recipe
	builder *build.Builder
	show    *progress
}

// jobOptions are the options of verbs that build.
type jobOptions struct {
	recipes  *[]string
	stage2   string
	jobs     int
	statusFD int
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
	recipes, err := loadRecipes(*o.recipes)
	if err != nil {
		return nil, err
	}
	state, err := p.openState()
	if err != nil {
		return nil, err
	}
	own, err := ownTools()
	if err != nil {
		return nil, err
	}
	builder, err := build.Equip(state, o.stage2, own)
	if err != nil {
		return nil, err
	}
	show := newProgress(std.out, p.Name())
	builder.Observer, builder.Jobs = append(events, show), o.jobs
	return &job{state, recipes, builder, show}, nil
}

func (j *job) close() {
	j.show.Close()
	j.builder.Close()
}

func stage3Verb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("stage3", "stage3 [OPTION...] [PACKAGE...]")
	o := p.jobOptions()
	keepGoing := p.BoolP("keep-going", "k", false, "after a failure, build what does not need what failed")
	root := p.String("root", "", "make a root of these packages, and what they run with, at this directory")
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	j, err := openJob(p, std, o)
	if err != nil {
		return 1, err
	}
	j.builder.KeepGoing = *keepGoing
	defer j.close()
	plan, err := build.NewPlan(j.recipes, p.Args(), j.builder.Inputs())
	if err != nil {
		return 1, err
	}
	begin := time.Now()
	built, err := j.builder.Build(ctx, plan)
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
	changed, err := j.state.Publish(plan)
	if err != nil {
		return 1, err
	}
	if built == 0 && !changed {
		j.show.Done(fmt.Sprintf("nothing to do: %d packages are up to date in %s", len(plan.Steps), j.state.Root()))
	} else {
		j.show.Done(took + "; the root is " + j.state.Root())
	}
	j.show.Close()
	_, notAlone := j.state.CheckAlone(plan)
	fmt.Fprintln(std.out)
	if code, err := writeReport(std, j.builder.Ledger, plan.Names(), "text"); err != nil {
		return code, err
	}
	if notAlone != nil {
		return 1, notAlone
	}
	return 0, nil
}

// publishAt makes a root of the plan's packages elsewhere than the state's own.
func publishAt(j *job, plan *build.Plan, root, took string) error {
	dir, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	if _, err := j.state.PublishTo(dir, plan); err != nil {
		return err
	}
	j.show.Done(took + "; the root is " + dir)
	j.show.Close()
	return nil
}
