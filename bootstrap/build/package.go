package build

import (
	"context"
	"fmt"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// build makes one package and commits it to the store.
func (r *run) build(ctx context.Context, step *plan.Step) (*store.Package, error) {
	var p *store.Package
	err := r.make(ctx, step, func(made *store.Package, b *buildRoot) error {
		p = made
		// Before the disk is told to keep the rest.
		if err := r.remove(b); err != nil {
			return err
		}
		return r.State.Commit(step, b.install, p)
	})
	return p, err
}

// make builds a package and gives it to use, with the directory that it is
// installed in, which is removed thereafter.
func (r *run) make(ctx context.Context, step *plan.Step, use func(*store.Package, *buildRoot) error) (err error) {
	begin := time.Now()
	work, err := r.State.NewWork(step)
	if err != nil {
		return err
	}
	defer func() {
		if left := r.State.DiscardWork(ctx, work); err == nil {
			err = left
		}
	}()
	b, err := r.prepare(ctx, step, work)
	if err != nil {
		return err
	}
	r.tell(step.Recipe, Event{Kind: Extracted, Seconds: time.Since(begin).Seconds(), Log: r.State.Log(step)})
	record := newRecord(step)
	if record.Found, err = foundInSource(ctx, step, b.sources.dir); err != nil {
		return fmt.Errorf("scan %s: %w", step.Recipe.Name, err)
	}
	result, err := r.runScript(ctx, step, b)
	if err != nil {
		return err
	}
	r.tell(step.Recipe, Event{Kind: Compiled, Seconds: result.Elapsed.Seconds(), CPU: result.CPU.Seconds(), MaxRSS: result.MaxRSS, Memory: result.Memory})
	installed, err := r.installed(step, b)
	if err != nil {
		return err
	}
	record.Cost = cost(installed, result, begin)
	if record.Linked, err = linkedModules(b.install); err != nil {
		return err
	}
	return use(newPackage(step, record, installed), b)
}

func newRecord(step *plan.Step) ledger.Record {
	return ledger.Record{
		Time: time.Now().UTC().Truncate(time.Second),
		Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release,
		Key: step.Key, Outcome: ledger.Built, Declared: step.Modules, Patches: step.Recipe.PatchFiles,
	}
}

func newPackage(step *plan.Step, record ledger.Record, installed *manifest.Manifest) *store.Package {
	return &store.Package{
		Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release, Key: step.Key,
		Built: time.Now().UTC(), Cost: record.Cost, Record: record, Inputs: step.Inputs,
		Installed: installed,
	}
}

// cost says what a build took and what it installed.
func cost(installed *manifest.Manifest, result chroot.Result, begin time.Time) ledger.Cost {
	files, size := installed.Count()
	return ledger.Cost{
		Took: time.Since(begin).Seconds(), Sections: result.Elapsed.Seconds(),
		CPU: result.CPU.Seconds(), MaxRSS: result.MaxRSS, Size: size, Files: files,
	}
}
