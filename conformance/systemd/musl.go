package main

import (
	"context"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/conformance/driver"
)

// testPackage is the recipe whose check section runs the tests, and testLog is
// where its package has meson's log.
const (
	testPackage = "systemd-tests"
	testLog     = "usr/share/systemd-tests/testlog.json"
)

// onMusl builds the package of the tests' log and returns what it says.
func onMusl(ctx context.Context, d *driver.Driver, plan *build.Plan, step *build.Step) (map[string]result, error) {
	if _, err := d.Builder.Build(ctx, plan); err != nil {
		return nil, err
	}
	return readLog(filepath.Join(d.State.Tree(step), testLog))
}
