package build

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"golang.org/x/sys/unix"
)

// Names below buildDir that no archive's directory has.
const (
	scriptName = ".stone.sh" // the recipe's script
	patchDir   = ".patches"  // the recipe's patches
	failedFile = ".failed"   // what failed, as the script says
)

// runScript runs the recipe's sections in the sandbox, with their output in the
// step's log.
func (r *run) runScript(ctx context.Context, step *plan.Step, b *buildRoot) (chroot.Result, error) {
	script, err := r.writeScript(step.Recipe, b)
	if err != nil {
		return chroot.Result{}, err
	}
	log, err := r.State.CreateLog(step)
	if err != nil {
		return chroot.Result{}, err
	}
	defer log.Close()
	result, err := r.runBounded(ctx, sandbox(b, r.Stage2, step), log, b.build, b.install)
	if limit := limitOf(err); limit != "" {
		return result, r.stopped(step, err, limit)
	}
	if err != nil {
		return result, err
	}
	command := script.Failed(readFailure(b))
	if command != nil && command.Status != result.Status {
		command = nil // of a failure that ended nothing
	}
	if why := verdict(result, command, log.Name()); why != "" {
		return result, r.failed(step, why, command)
	}
	return result, nil
}

// maxFailure bounds what is read of the build's failedFile, from its end, in bytes.
const maxFailure = 64 << 10

// readFailure returns what the script wrote of a failure, or nothing. The build can
// have put anything in the place of the file, so no link is followed, and nothing
// is waited for.
func readFailure(b *buildRoot) []byte {
	file, err := os.OpenFile(filepath.Join(b.build, failedFile), os.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	text, err := io.ReadAll(io.NewSectionReader(file, max(0, info.Size()-maxFailure), maxFailure))
	if err != nil {
		return nil
	}
	return text
}

// writeScript puts the recipe's script and patches where the build sees them.
func (r *run) writeScript(stone *recipe.Recipe, b *buildRoot) (recipe.Script, error) {
	script, err := stone.Script(recipe.Context{
		WorkDir: b.workDir(), PatchDir: buildDir + "/" + patchDir, InstallRoot: installDir,
		Jobs: r.Jobs, MakeFlags: makeFlags(r.Jobs), FailureFile: buildDir + "/" + failedFile,
	})
	if err != nil {
		return script, err
	}
	if err := os.WriteFile(filepath.Join(b.build, scriptName), []byte(script.Text), 0o644); err != nil {
		return script, err
	}
	return script, writePatches(stone.Patches, filepath.Join(b.build, patchDir))
}

func writePatches(patches []recipe.Patch, dir string) error {
	if len(patches) == 0 {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, patch := range patches {
		if err := os.WriteFile(filepath.Join(dir, patch.Name), patch.Text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
