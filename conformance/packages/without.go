package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// lanes are how many packages are built without libwildebeest at a time: most of
// that time goes into configure scripts, which use one core.
const lanes = 2

// A probe is one package to build without libwildebeest.
type probe struct {
	row  *row
	plan *plan.Plan
}

// without fills in how the rows' packages build without libwildebeest. What
// declares no module is built once; what the ledger knows is not built again.
func (p *prover) without(ctx context.Context, rows []row) error {
	var probes []probe
	for i := range rows {
		r := &rows[i]
		if len(r.Declared) == 0 {
			r.Without = r.With
			continue
		}
		plan, err := p.PlanWithout(r.Package)
		if err != nil {
			return err
		}
		if record := p.Builder.Ledger.Find(plan.Last().Key); record != nil {
			r.Without = outcome(*record)
			continue
		}
		probes = append(probes, probe{r, plan})
	}
	return p.probeAll(ctx, probes)
}

func (p *prover) probeAll(ctx context.Context, probes []probe) error {
	work := make(chan probe)
	failures := make([]error, lanes)
	var running sync.WaitGroup
	for lane := range failures {
		builder := *p.Builder
		builder.Jobs = max(1, builder.Jobs/lanes)
		running.Go(func() {
			for one := range work {
				if failures[lane] == nil {
					one.row.Without, failures[lane] = probeOne(ctx, &builder, one.plan)
				}
			}
		})
	}
	for i, one := range probes {
		fmt.Fprintf(p.out, "[%d/%d] %s without libwildebeest\n", i+1, len(probes), one.row.Package)
		work <- one
	}
	close(work)
	running.Wait()
	return errors.Join(failures...)
}

// probeOne builds the last package of a plan and says how that ends.
func probeOne(ctx context.Context, builder *build.Builder, plan *plan.Plan) (string, error) {
	record, err := builder.Probe(ctx, plan)
	var failed *build.BuildError
	switch {
	case errors.As(err, &failed): // of a package that it needs
		return failure(failed.First), nil
	case err != nil:
		return "", err
	}
	return outcome(record), nil
}

func outcome(record ledger.Record) string {
	if record.Outcome == ledger.Built {
		return fine
	}
	return failure(record.Broke)
}
