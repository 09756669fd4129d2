package build

import (
	"context"
	"errors"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
)

// Probe builds the last step of a plan that was made Without it, records in the
// ledger whether it builds, and keeps nothing else. The steps before it are
// built as usual.
func (b *Builder) Probe(ctx context.Context, plan *Plan) (ledger.Record, error) {
	last := len(plan.Steps) - 1
	step := plan.Steps[last]
	if _, err := b.Build(ctx, &Plan{Steps: plan.Steps[:last]}); err != nil {
		return ledger.Record{}, err
	}
	if err := b.openJobs(); err != nil {
		return ledger.Record{}, err
	}
	defer b.closeJobs()
	work := b.workDir(step)
	defer os.RemoveAll(work)
	record := newRecord(step)
	p, _, err := b.make(ctx, step, work)
	var failed *BuildError
	switch {
	case errors.As(err, &failed):
		record.Outcome, record.Broke = ledger.Failed, failed.First
	case err != nil:
		return ledger.Record{}, err
	default:
		record = p.Record
	}
	record.Without = true
	return record, b.Ledger.Add(record)
}
