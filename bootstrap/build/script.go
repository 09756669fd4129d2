package build

import (
	"context"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// Names below buildDir that no archive's directory has.
const (
	scriptName = ".stone.sh" // the recipe's script
	patchDir   = ".patches"  // the recipe's patches
)

// runScript runs the recipe's sections in the sandbox, with their output in the
// step's log.
func (r *run) runScript(ctx context.Context, step *plan.Step, b *buildRoot) (chroot.Result, error) {
	if err := r.writeScript(step.Recipe, b); err != nil {
		return chroot.Result{}, err
	}
	log, err := r.State.CreateLog(step)
	if err != nil {
		return chroot.Result{}, err
	}
	defer log.Close()
	ends, err := r.jobs.ends()
	if err != nil {
		return chroot.Result{}, err
	}
	for _, end := range ends {
		defer end.Close()
	}
	result, err := chroot.Run(ctx, sandbox(b, r.Stage2, step), chroot.Streams{Out: log, Err: log, Extra: ends})
	if err != nil {
		return result, err
	}
	if why := verdict(result, log.Name()); why != "" {
		return result, r.failed(step, why)
	}
	return result, nil
}

// writeScript puts the recipe's script and patches where the build sees them.
func (r *run) writeScript(stone *recipe.Recipe, b *buildRoot) error {
	script, err := stone.Script(recipe.Context{
		WorkDir: b.workDir(), PatchDir: buildDir + "/" + patchDir, InstallRoot: installDir,
		Jobs: r.Jobs, MakeFlags: makeFlags(r.Jobs),
	})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(b.build, scriptName), []byte(script), 0o644); err != nil {
		return err
	}
	patches := filepath.Join(b.build, patchDir)
	if len(stone.Patches) > 0 {
		if err := os.MkdirAll(patches, 0o755); err != nil {
			return err
		}
	}
	for _, patch := range stone.Patches {
		if err := os.WriteFile(filepath.Join(patches, patch.Name), patch.Text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
