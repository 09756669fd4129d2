package main

import (
	"context"
	"fmt"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
)

// A job is what stage3 and probe have in common: recipes, tools and a state
// that this process has locked.
type job struct {
	state   *build.State
	recipes []*recipe.Recipe
	builder *build.Builder
	show    *progress
}

func (p *parser) jobOptions() (recipes *[]string, stage2 *string, jobs *int) {
	return p.recipesOption(),
		p.String("stage2", "", "a stage2 tree of your own (default: the assembled one)"),
		p.Int("jobs", 0, "parallel jobs of a build (default: one per core)")
}

// openJob locks the state; close ends the lock.
func openJob(p *parser, std streams, recipesDirs []string, stage2Dir string, jobs int) (*job, error) {
	recipes, err := loadRecipes(recipesDirs)
	if err != nil {
		return nil, err
	}
	state, err := p.openState()
	if err != nil {
		return nil, err
	}
	if err := state.Lock(); err != nil {
		return nil, err
	}
	tools, err := openStage2(state, stage2Dir)
	if err != nil {
		state.Unlock()
		return nil, err
	}
	own, err := ownTools()
	if err != nil {
		state.Unlock()
		return nil, err
	}
	book, err := openLedger(state)
	if err != nil {
		state.Unlock()
		return nil, err
	}
	show := newProgress(std.out, p.Name())
	return &job{state, recipes, &build.Builder{
		State: state, Sources: &source.Cache{Dir: state.Sources(), Apt: newApt(state)},
		Stage2: tools, Self: own, Ledger: book, Progress: show, Jobs: jobs,
	}, show}, nil
}

func (j *job) close() {
	j.show.Close()
	j.state.Unlock()
}

func (j *job) inputs() build.Inputs {
	return build.Inputs{Stage2: j.builder.Stage2.Key, Self: j.builder.Self.Hash}
}

func stage3Verb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("stage3", "stage3 [OPTION...] [PACKAGE...]")
	recipesDirs, stage2Dir, jobs := p.jobOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	j, err := openJob(p, std, *recipesDirs, *stage2Dir, *jobs)
	if err != nil {
		return 1, err
	}
	defer j.close()
	plan, err := build.NewPlan(j.recipes, p.Args(), j.inputs())
	if err != nil {
		return 1, err
	}
	begin := time.Now()
	built, err := j.builder.Build(ctx, plan)
	if err != nil {
		return 1, err
	}
	took := fmt.Sprintf("%d of %d packages built in %.1f s", built, len(plan.Steps), time.Since(begin).Seconds())
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
	fmt.Fprintln(std.out)
	return writeReport(std, j.builder.Ledger, plan.Names(), false)
}
