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
	record, failed, err := b.Attempt(ctx, p)
	if err != nil {
		return ledger.Record{}, err
	}
	if failed != nil {
		record.Outcome, record.Broke = ledger.Failed, failed.First
	}
	record.Without = true
	return record, b.Ledger.Add(record)
}

// Attempt builds the last step of a plan and keeps nothing of it but the log. The steps
// before it are built as usual. failed says why it does not build, nil that it does.
func (b *Builder) Attempt(ctx context.Context, p *plan.Plan) (record ledger.Record, failed *BuildError, err error) {
	if _, err := b.Build(ctx, p.Before()); err != nil {
		return ledger.Record{}, nil, err
	}
	r := b.begin()
	defer r.jobs.Close()
	record = newRecord(p.Last())
	err = r.make(ctx, p.Last(), func(made *store.Package, _ *buildRoot) error {
		record = made.Record
		return nil
	})
	if errors.As(err, &failed) {
		return record, failed, nil
	}
	return record, nil, err
}
