package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/conformance/driver"
)

type options struct {
	state, tools, here string
	jobs               int
	names              []string // empty: all
}

// subjects are the packages that prove something: those below here, and those of
// stage3 that declare modules. What stage3 has without modules, stage3 proves.
func subjects(all []*recipe.Recipe) []string {
	var names []string
	for _, r := range all {
		declares := slices.ContainsFunc(r.BuildDeps, func(wanted string) bool {
			return strings.HasPrefix(wanted, "pkgconfig("+build.Library)
		})
		if declares || !strings.HasPrefix(r.File, driver.Stage3+"/") {
			names = append(names, r.Name)
		}
	}
	return names
}

// A prover builds packages with and without libwildebeest.
type prover struct {
	*driver.Driver
	out io.Writer
}

// prove builds the named packages, or all subjects, and returns a row of each.
// A package that does not build is a row, not an error.
func prove(ctx context.Context, out io.Writer, o options) ([]row, error) {
	d, err := driver.Open(driver.Options{
		State: o.state, Tools: o.tools, Recipes: o.here, Jobs: o.jobs,
		Say: func(text string) { fmt.Fprintln(out, text) },
	})
	if err != nil {
		return nil, err
	}
	defer d.Close()
	p := &prover{d, out}
	names := o.names
	if len(names) == 0 {
		names = subjects(d.Recipes)
	}
	var rows []row
	for i, name := range names {
		fmt.Fprintf(out, "[%d/%d] %s\n", i+1, len(names), name)
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
	plan, step, err := p.Plan(name, "")
	if err != nil {
		return row{}, err
	}
	r := row{Package: name, Version: step.Recipe.Version, Declared: step.Modules, With: fine, Without: fine}
	var failed *build.BuildError
	switch _, err := p.Builder.Build(ctx, plan); {
	case errors.As(err, &failed):
		fmt.Fprintln(p.out, failed)
		r.With = failure(failed.First)
	case err != nil:
		return row{}, err
	default:
		record := p.State.Lookup(step).Record
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
	plan, step, err := p.Plan(name, name)
	if err != nil {
		return "", err
	}
	record := p.Builder.Ledger.Find(step.Key)
	if record == nil {
		fmt.Fprintln(p.out, name+": without libwildebeest")
		made, err := p.Builder.Probe(ctx, plan)
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
