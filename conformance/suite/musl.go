package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/conformance/driver"
)

// testPackage is the recipe that builds the tests, and testTree is where its
// package has the tree that they are built in.
const (
	testPackage = "systemd-tests"
	testTree    = "usr/lib/systemd-tests"
)

// onMusl builds the tests with the driver, runs them in the place, and returns what
// they say.
func onMusl(ctx context.Context, d *driver.Driver, plan *build.Plan, step *build.Step, p *place) (map[string]result, error) {
	if _, err := d.Builder.Build(ctx, plan); err != nil {
		return nil, err
	}
	for _, step := range plan.Steps {
		libraries, err := filepath.Glob(filepath.Join(d.State.Tree(step), "usr/lib/*.so*"))
		if err != nil {
			return nil, err
		}
		if len(libraries) == 0 {
			continue
		}
		copying := exec.CommandContext(ctx, "cp", append([]string{"-a", "-t", p.muslLibraries()}, libraries...)...)
		if out, err := copying.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("copy the libraries of %s: %w: %s", step.Recipe.Name, err, out)
		}
	}
	return p.run(ctx, "musl", filepath.Join(d.State.Tree(step), testTree))
}
