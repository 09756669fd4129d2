package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
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
			return strings.HasPrefix(wanted, "pkgconfig("+recipe.Library)
		})
		if declares || !strings.HasPrefix(r.File, driver.Project().Name+"/") {
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
	here, err := driver.Dir(o.here)
	if err != nil {
		return nil, err
	}
	d, err := driver.Open(driver.Options{
		State: o.state, Tools: o.tools, Recipes: []recipe.Dir{driver.Project(), here}, Jobs: o.jobs, Limits: limit.Default(), KeepGoing: true,
		Observer: driver.Narrate(func(text string) { fmt.Fprintln(out, text) }),
	})
	if err != nil {
		return nil, err
	}
	defer d.Close()
	p := &prover{d, out}
	names := o.names
	if len(names) == 0 {
		names = subjects(d.Recipes.Recipes())
	}
	rows, err := p.with(ctx, names)
	if err != nil {
		return nil, err
	}
	return rows, p.without(ctx, rows)
}

// with builds the packages as their recipes say, several at once, and returns a
// row of each.
func (p *prover) with(ctx context.Context, names []string) ([]row, error) {
	plan, err := p.Plan(names...)
	if err != nil {
		return nil, err
	}
	_, err = p.Builder.Build(ctx, plan)
	broken, err := p.broken(err)
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, step := range plan.Steps {
		name := step.Recipe.Name
		if !slices.Contains(names, name) {
			continue
		}
		r := row{Package: name, Version: step.Recipe.Version, Declared: step.Modules, With: fine}
		if made := p.State.Lookup(step); made != nil {
			r.Found, r.Linked = made.Record.Needed(), made.Record.Used()
		} else {
			r.With = failure(cmp.Or(broken[name], "a package that it needs was not built"))
		}
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.Package, b.Package) })
	return rows, nil
}

// broken takes the failed builds out of a run's error: their first errors, by
// package. Anything else that went wrong is an error.
func (p *prover) broken(err error) (map[string]string, error) {
	var failures *build.Failures
	if err != nil && !errors.As(err, &failures) {
		return nil, err
	}
	first := make(map[string]string)
	if failures == nil {
		return first, nil
	}
	for _, err := range failures.Errors {
		var failed *build.BuildError
		if !errors.As(err, &failed) {
			return nil, err
		}
		fmt.Fprintln(p.out, failed)
		first[failed.Name] = failed.First
	}
	return first, nil
}
