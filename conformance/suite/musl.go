package suite

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// tree is where the package of the tests has the tree that they are built in.
func (s Suite) tree() string { return filepath.Join("usr/lib", s.recipe()) }

// onMusl builds the tests with the driver, runs them in the test root, and returns what
// they say.
func (s Suite) onMusl(ctx context.Context, d *driver.Driver, plan *plan.Plan, p *testRoot) (map[string]Result, error) {
	if _, err := d.Builder.Build(ctx, plan); err != nil {
		return nil, err
	}
	for _, step := range plan.Steps {
		if err := p.copyLibraries(ctx, filepath.Join(d.State.Tree(step), "usr/lib/*.so*")); err != nil {
			return nil, err
		}
	}
	if s.Libc != "" { // over musl's own
		for _, step := range plan.Steps {
			if err := p.copyLibraries(ctx, filepath.Join(d.State.Tree(step), s.Libc)); err != nil {
				return nil, err
			}
		}
	}
	return p.run(ctx, "musl", filepath.Join(d.State.Tree(plan.Last()), s.tree()))
}

// copyLibraries copies what a pattern names to where musl's programs look.
func (p *testRoot) copyLibraries(ctx context.Context, pattern string) error {
	libraries, err := filepath.Glob(pattern)
	if err != nil || len(libraries) == 0 {
		return err
	}
	copying := exec.CommandContext(ctx, "cp", append([]string{"-a", "-t", p.muslLibraries()}, libraries...)...)
	if out, err := copying.CombinedOutput(); err != nil {
		return fmt.Errorf("copy %s: %w: %s", pattern, err, out)
	}
	return nil
}
