package build

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// build makes one package and commits it to the store.
func (r *run) build(ctx context.Context, step *plan.Step) (*store.Package, error) {
	var p *store.Package
	err := r.make(ctx, step, func(made *store.Package, b *buildRoot) error {
		p = made
		// Before the disk is told to keep the rest.
		if err := b.remove(); err != nil {
			return err
		}
		return r.State.Commit(step, b.install, p)
	})
	return p, err
}

// make builds a package and gives it to use, with the directory that it is
// installed in, which is removed thereafter.
func (r *run) make(ctx context.Context, step *plan.Step, use func(*store.Package, *buildRoot) error) error {
	work := r.State.Work(step.Recipe.ID(), step.Key)
	defer os.RemoveAll(work)
	begin := time.Now()
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
	r.tell(step.Recipe, Event{Kind: Compiled, Seconds: result.Elapsed.Seconds(), CPU: result.CPU.Seconds(), MaxRSS: result.MaxRSS})
	if err := checkInstalled(step.Recipe, b.install); err != nil {
		return r.failed(step, err.Error(), nil)
	}
	if record.Cost, err = measure(b, result, begin); err != nil {
		return err
	}
	if record.Linked, err = linkedModules(b.install); err != nil {
		return err
	}
	return use(newPackage(step, record), b)
}

func newRecord(step *plan.Step) ledger.Record {
	return ledger.Record{
		Time: time.Now().UTC().Truncate(time.Second),
		Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release,
		Key: step.Key, Outcome: ledger.Built, Declared: step.Modules, Patches: step.Recipe.PatchFiles,
	}
}

func newPackage(step *plan.Step, record ledger.Record) *store.Package {
	return &store.Package{
		Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release, Key: step.Key,
		Built: time.Now().UTC(), Cost: record.Cost, Record: record, Inputs: step.Inputs,
	}
}

// measure says what a build took and what it installed.
func measure(b *buildRoot, result chroot.Result, begin time.Time) (ledger.Cost, error) {
	files, size, err := settle(b.install, b.sources.epoch)
	return ledger.Cost{
		Took: time.Since(begin).Seconds(), Sections: result.Elapsed.Seconds(),
		CPU: result.CPU.Seconds(), MaxRSS: result.MaxRSS, Size: size, Files: files,
	}, err
}

// settle gives each file of a tree the same modification time, so that two builds
// of a package are the same, and counts the files and their bytes.
func settle(dir string, when time.Time) (files int, size int64, err error) {
	err = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			files++
		}
		if info.Mode().IsRegular() {
			size += info.Size()
		}
		return store.SetTime(name, when)
	})
	return files, size, err
}
