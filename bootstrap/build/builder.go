package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// Builder builds the steps of a plan.
type Builder struct {
	State     *State
	Sources   *fetch.Cache
	Stage2    *stage2.Tree
	Self      Self
	Ledger    *ledger.Ledger
	Observer  Observer
	Jobs      int  // cores that all builds together use; 0 is all there are
	KeepGoing bool // after a failure, build what does not need what failed

	jobs *jobserver // while building
}

// A BuildError is a build that failed in the chroot.
type BuildError struct {
	Package string // name and version
	Recipe  string // the recipe's file
	Why     string
	Log     string // path of the log
	First   string // its first error
	Tail    string // its last lines
}

func (e *BuildError) Error() string {
	return fmt.Sprintf("%s: %s\n%s\nrecipe: %s\nlog:    %s\nto do:  read the log, correct the recipe and run again; what was built before is kept",
		e.Package, e.Why, indent(e.Tail), e.Recipe, e.Log)
}

// build makes one package and commits it to the store.
func (b *Builder) build(ctx context.Context, step *Step) (*Package, error) {
	work := b.workDir(step)
	defer os.RemoveAll(work)
	p, install, err := b.make(ctx, step, work)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(work, "package")
	if err := os.MkdirAll(out, 0o755); err != nil {
		return nil, err
	}
	if err := os.Rename(install, treeOf(out)); err != nil {
		return nil, err
	}
	// What only the build needed is gone before the disk is told to keep the rest.
	for _, dir := range []string{"build", "root"} {
		if err := os.RemoveAll(filepath.Join(work, dir)); err != nil {
			return nil, err
		}
	}
	return p, b.State.commit(step, out, p)
}

func (b *Builder) workDir(step *Step) string {
	return b.State.path("work", step.Recipe.ID()+"-"+step.Key[:12])
}

// make builds a package below work and returns what there is to say of it and
// the directory it is installed in.
func (b *Builder) make(ctx context.Context, step *Step, work string) (p *Package, install string, err error) {
	begin := time.Now()
	room, err := b.prepare(ctx, step, work)
	if err != nil {
		return nil, "", err
	}
	b.tell(step.Recipe, Event{Kind: Extracted, Seconds: time.Since(begin).Seconds(), Log: b.State.Log(step)})
	record := newRecord(step)
	if record.Found, err = scanSource(ctx, step, room.source); err != nil {
		return nil, "", fmt.Errorf("scan %s: %w", step.Recipe.Name, err)
	}
	result, err := b.runScript(ctx, step, room)
	if err != nil {
		return nil, "", err
	}
	b.tell(step.Recipe, Event{Kind: Compiled, Seconds: result.Elapsed.Seconds(), CPU: result.CPU.Seconds(), MaxRSS: result.MaxRSS})
	if err := checkInstalled(step, room.install); err != nil {
		return nil, "", b.failed(step, err.Error())
	}
	files, size, err := measure(room.install, room.epoch)
	if err != nil {
		return nil, "", err
	}
	if record.Linked, err = linkedModules(room.install); err != nil {
		return nil, "", err
	}
	record.Cost = ledger.Cost{
		Took: time.Since(begin).Seconds(), Sections: result.Elapsed.Seconds(), CPU: result.CPU.Seconds(), MaxRSS: result.MaxRSS, Size: size, Files: files,
	}
	return &Package{
		Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release, Key: step.Key,
		Built: time.Now().UTC(), Cost: record.Cost, Record: record, Inputs: step.inputs,
	}, room.install, nil
}

func newRecord(step *Step) ledger.Record {
	return ledger.Record{
		Time: time.Now().UTC().Truncate(time.Second),
		Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release,
		Key: step.Key, Outcome: ledger.Built, Declared: step.Modules, Patches: step.Recipe.PatchFiles,
	}
}
