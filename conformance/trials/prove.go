package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/trial"
)

type options struct {
	state, tools, here string
	jobs               int
	again              bool
	names              []string // empty: all
}

// A row is a package with what was proven and what the scan says.
type row struct {
	subject
	Truth    truth
	Said     trial.Said
	Foretold bool // the scan has a finding where the first error is
}

// prove builds what is not proven yet, scans all, and returns a row of each package
// that is proven. A package that is not built for want of its source is told, and left
// out.
func prove(ctx context.Context, out io.Writer, o options) (rows []row, compiler string, err error) {
	subjects, err := readSubjects(o.here)
	if err != nil {
		return nil, "", err
	}
	proven, err := readTruth(o.here)
	if err != nil {
		return nil, "", err
	}
	d, err := driver.Open(driver.Options{
		State: o.state, Tools: o.tools, Recipes: []recipe.Dir{driver.Project()}, Jobs: o.jobs, Limits: limit.Default(),
		Observer: driver.Narrate(func(text string) { fmt.Fprintln(out, text) }),
	})
	if err != nil {
		return nil, "", err
	}
	defer d.Close()
	tools, err := driver.Stage2(d.State, "")
	if err != nil {
		return nil, "", err
	}
	for _, s := range subjects {
		known, ok := proven[s.Name]
		chosen := len(o.names) == 0 || slices.Contains(o.names, s.Name)
		if !chosen && !ok {
			continue
		}
		r, err := judge(ctx, d, s, known, ok && known.Version == s.Version && !(chosen && o.again))
		switch {
		case ctx.Err() != nil:
			return nil, "", ctx.Err()
		case err != nil:
			fmt.Fprintf(out, "trials: %s: %v\n", s.Name, err)
			continue
		}
		rows = append(rows, r)
		proven[s.Name] = r.Truth
		if err := writeTruth(o.here, proven); err != nil {
			return nil, "", err
		}
	}
	return rows, tools.Compiler, nil
}

// judge scans a package, and builds it unless that was done.
func judge(ctx context.Context, d *driver.Driver, s subject, known truth, done bool) (row, error) {
	source, err := d.Sources.Fetch(ctx, s.source())
	if err != nil {
		return row{}, err
	}
	t, err := trial.Prepare(ctx, d, source)
	if err != nil {
		return row{}, err
	}
	r := row{subject: s, Truth: known, Said: t.Said(), Foretold: t.Foretells(known.First)}
	if done {
		return r, nil
	}
	result, err := t.Run(ctx)
	if err != nil {
		return row{}, err
	}
	if _, err := t.Keep(d.State, result); err != nil {
		return row{}, err
	}
	r.Truth, r.Foretold = truthOf(result), result.Foretold
	return r, nil
}
