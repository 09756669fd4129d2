package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/recipes"
)

// testPackage is the recipe whose check section runs the tests, and testLog is
// where its package has meson's log.
const (
	testPackage = "systemd-tests"
	testLog     = "usr/share/systemd-tests/testlog.json"
)

// A driver has what the bootstrap driver has, with one more recipe.
type driver struct {
	options
	state   *build.State
	builder *build.Builder
	plan    *build.Plan
}

func openDriver(o options) (*driver, error) {
	own, err := recipe.Load(recipes.Files, "recipes")
	if err != nil {
		return nil, err
	}
	further, err := recipe.Load(os.DirFS(o.here), o.here)
	if err != nil {
		return nil, err
	}
	all, err := recipe.Join(own, further)
	if err != nil {
		return nil, err
	}
	state, err := build.OpenState(o.state)
	if err != nil {
		return nil, err
	}
	if err := state.Lock(); err != nil {
		return nil, err
	}
	d := &driver{options: o, state: state}
	if err := d.prepare(all); err != nil {
		state.Unlock()
		return nil, err
	}
	return d, nil
}

func (d *driver) prepare(all []*recipe.Recipe) error {
	tools, err := stage2.Current(d.state.Stage2())
	if err != nil {
		return err
	}
	book, err := ledger.Open(d.state.Ledger())
	if err != nil {
		return err
	}
	programs, err := filepath.Abs(d.tools)
	if err != nil {
		return err
	}
	self := build.Self{Tools: programs}
	d.builder = &build.Builder{
		State: d.state, Sources: &source.Cache{Dir: d.state.Sources(), Apt: &source.Apt{Dir: d.state.Apt()}},
		Stage2: tools, Self: self, Ledger: book, Observer: d, Jobs: d.jobs,
	}
	d.plan, err = build.NewPlan(all, []string{testPackage}, build.Inputs{Stage2: tools.Key, Self: self.Hash})
	return err
}

// Observe prints what the driver does.
func (d *driver) Observe(e build.Event) {
	switch e.Kind {
	case build.Started, build.Installed, build.Failed:
		d.say(e.Package + " " + e.Version + ": " + e.Kind)
	}
}

// step is the tests' own step of the plan: the last one.
func (d *driver) step() *build.Step { return d.plan.Steps[len(d.plan.Steps)-1] }

// onMusl builds the package of the tests' log and returns what it says.
func (d *driver) onMusl(ctx context.Context) (map[string]result, error) {
	if _, err := d.builder.Build(ctx, d.plan); err != nil {
		return nil, err
	}
	return readLog(filepath.Join(d.state.Tree(d.step()), testLog))
}
