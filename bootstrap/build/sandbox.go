package build

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

// searchPath finds the root's own programs, and stage2's in the same directories.
const searchPath = "/usr/bin:/usr/sbin"

// sandbox is all that a build may see and do: a read-only root and tools, its own
// directories to write in, no network, and an environment of its own.
func sandbox(b *buildRoot, tools *stage2.Tree, step *plan.Step) chroot.Spec {
	return chroot.Spec{
		Root: b.root, ReadOnlyRoot: true,
		Mounts: []chroot.Mount{
			{Source: tools.Dir, Target: stage2.Prefix, ReadOnly: true},
			{Source: b.build, Target: buildDir},
			{Source: b.install, Target: installDir},
			{Source: b.recipe, Target: recipeDir, ReadOnly: true},
			{Source: b.failure, Target: failureFile}, // in recipeDir
		},
		Dir: b.workDir(), Env: environment(b, step), Hostname: "stage3", Confined: true,
		Args: []string{stage2.Prefix + "/usr/bin/bash", scriptFile},
	}
}

func environment(b *buildRoot, step *plan.Step) []string {
	var modules []string
	for _, module := range step.Modules {
		modules = append(modules, strings.TrimSuffix(recipe.Library+"-"+module, "-"))
	}
	return []string{
		"PATH=" + searchPath, "HOME=" + buildDir, "LC_ALL=C", "TZ=UTC", "TERM=dumb", "SHELL=/bin/sh",
		"CONFIG_SHELL=/bin/sh", // not the first bash that configure finds: its forks cost more
		fmt.Sprintf("SOURCE_DATE_EPOCH=%d", b.sources.epoch.Unix()),
		"WILDEBEEST_MODULES=" + strings.Join(modules, " "),
	}
}

// runBounded runs a build with its output in log, its share of the jobs, and
// within the builder's limits. The error is a *limit.Exceeded where it was stopped
// at one.
func (r *run) runBounded(ctx context.Context, spec chroot.Spec, log *os.File, trees ...string) (chroot.Result, error) {
	watched, guard, err := r.Limits.Watch(ctx, log, trees...)
	if err != nil {
		return chroot.Result{}, err
	}
	defer guard.Close()
	jobs, err := r.jobs.NewShare()
	if err != nil {
		return chroot.Result{}, err
	}
	defer jobs.Close()
	spec.Limits = r.Limits.Kernel
	result, err := chroot.Run(watched, spec, chroot.Streams{Out: guard.Log(), Err: guard.Log(), Extra: jobs.Ends(), Started: guard.Of})
	switch {
	case ctx.Err() != nil:
		return chroot.Result{}, ctx.Err()
	case watched.Err() != nil:
		return chroot.Result{}, context.Cause(watched)
	case err == nil && result.Reached != "":
		return chroot.Result{}, guard.Reached(result.Reached)
	}
	return result, err
}

// limitOf is the option of the limit at which a build was stopped, or "".
func limitOf(err error) string {
	if reached, ok := err.(*limit.Exceeded); ok {
		return reached.Option
	}
	return ""
}
