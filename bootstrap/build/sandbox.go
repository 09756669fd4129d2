package build

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
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
		fmt.Sprintf("SOURCE_DATE_EPOCH=%d", b.sources.epoch.Unix()),
		"WILDEBEEST_MODULES=" + strings.Join(modules, " "),
	}
}
