package build

import (
	"context"
	"errors"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// Probe builds the last step of a plan that leaves libwildebeest out of it,
// records in the ledger whether it builds, and keeps nothing else. The steps
// before it are built as usual.
func (b *Builder) Probe(ctx context.Context, p *plan.Plan) (ledger.Record, error) {
	if _, err := b.Build(ctx, p.Before()); err != nil {
		return ledger.Record{}, err
	}
	r := b.begin()
	defer r.jobs.Close()
	record := newRecord(p.Last())
	err := r.make(ctx, p.Last(), func(made *store.Package, _ *buildRoot) error {
		record = made.Record
		return nil
	})
	var failed *BuildError
	if errors.As(err, &failed) {
		record.Outcome, record.Broke = ledger.Failed, failed.First
	} else if err != nil {
		return ledger.Record{}, err
	}
	record.Without = true
	return record, b.Ledger.Add(record)
}
