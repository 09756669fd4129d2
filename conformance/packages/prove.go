package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/recipes"
)

type options struct {
	state, tools, here string
	jobs               int
	names              []string // empty: all
}

// stage3 is what the project's own recipes have before their names.
const stage3 = "recipes"

// loadRecipes joins the recipes of stage3 with those below here.
func loadRecipes(here string) ([]*recipe.Recipe, error) {
	own, err := recipe.Load(recipes.Files, stage3)
	if err != nil {
		return nil, err
	}
	further, err := recipe.Load(os.DirFS(here), here)
	if err != nil {
		return nil, err
	}
	return recipe.Join(own, further)
}

// subjects are the packages that prove something: those below here, and those of
// stage3 that declare modules. What stage3 has without modules, stage3 proves.
func subjects(all []*recipe.Recipe) []string {
	var names []string
	for _, r := range all {
		declares := slices.ContainsFunc(r.BuildDeps, func(wanted string) bool {
			return strings.HasPrefix(wanted, "pkgconfig("+build.Library)
		})
		if declares || !strings.HasPrefix(r.File, stage3+"/") {
			names = append(names, r.Name)
		}
	}
	return names
}

// A prover builds packages with and without libwildebeest.
type prover struct {
	recipes []*recipe.Recipe
	builder *build.Builder
	inputs  build.Inputs
}

// prove builds the named packages, or all subjects, and returns a row of each.
// A package that does not build is a row, not an error.
func prove(ctx context.Context, out io.Writer, o options) ([]row, error) {
	all, err := loadRecipes(o.here)
	if err != nil {
		return nil, err
	}
	state, err := build.OpenState(o.state)
	if err != nil {
		return nil, err
	}
	if err := state.Lock(); err != nil {
		return nil, err
	}
	defer state.Unlock()
	tools, err := stage2.Current(state.Stage2())
	if err != nil {
		return nil, err
	}
	book, err := ledger.Open(state.Ledger())
	if err != nil {
		return nil, err
	}
	own, err := filepath.Abs(o.tools)
	if err != nil {
		return nil, err
	}
	self := build.Self{Tools: own}
	p := &prover{
		recipes: all,
		builder: &build.Builder{
			State: state, Sources: &source.Cache{Dir: state.Sources(), Apt: &source.Apt{Dir: state.Apt()}},
			Stage2: tools, Self: self, Ledger: book, Progress: &progress{out: out, begin: time.Now()}, Jobs: o.jobs,
		},
		inputs: build.Inputs{Stage2: tools.Key, Self: remember(self.Hash)},
	}
	names := o.names
	if len(names) == 0 {
		names = subjects(all)
	}
	var rows []row
	for i, name := range names {
		p.builder.Progress.Done(fmt.Sprintf("[%d/%d] %s", i+1, len(names), name))
		r, err := p.one(ctx, name)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// one builds one package both ways.
func (p *prover) one(ctx context.Context, name string) (row, error) {
	plan, err := build.NewPlan(p.recipes, []string{name}, p.inputs)
	if err != nil {
		return row{}, err
	}
	step := plan.Steps[len(plan.Steps)-1]
	r := row{Package: name, Version: step.Recipe.Version, Declared: step.Modules, With: fine, Without: fine}
	var failed *build.BuildError
	switch _, err := p.builder.Build(ctx, plan); {
	case errors.As(err, &failed):
		fmt.Fprintln(p.builder.Progress.(*progress).out, failed)
		r.With = failure(failed.First)
	case err != nil:
		return row{}, err
	default:
		record := p.builder.State.Lookup(step).Record
		r.Found, r.Linked = record.Needed(), record.Used()
	}
	// Without modules, the one build is both.
	if len(step.Modules) == 0 {
		r.Without = r.With
		return r, nil
	}
	r.Without, err = p.without(ctx, name)
	return r, err
}

// without builds the package without libwildebeest, unless the ledger knows how
// that ends, and returns how it ends.
func (p *prover) without(ctx context.Context, name string) (string, error) {
	in := p.inputs
	in.Without = name
	plan, err := build.NewPlan(p.recipes, []string{name}, in)
	if err != nil {
		return "", err
	}
	step := plan.Steps[len(plan.Steps)-1]
	record := p.builder.Ledger.Find(step.Key)
	if record == nil {
		p.builder.Progress.Done(name + ": without libwildebeest")
		made, err := p.builder.Probe(ctx, plan)
		if err != nil {
			return "", err
		}
		record = &made
	}
	if record.Outcome == ledger.Built {
		return fine, nil
	}
	return failure(record.Broke), nil
}

// remember keeps the hashes of the project's own artefacts, which every plan
// asks for.
func remember(hash func(string) (string, error)) func(string) (string, error) {
	known := make(map[string]string)
	return func(name string) (string, error) {
		if h, ok := known[name]; ok {
			return h, nil
		}
		h, err := hash(name)
		if err == nil {
			known[name] = h
		}
		return h, err
	}
}
