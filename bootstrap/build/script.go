package build

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/jobserver"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// Names below recipeDir.
const (
	scriptFile = recipeDir + "/script"
	patchDir   = recipeDir + "/patches"
	// failureFile is where the script writes what failed. It is a mount of its own,
	// so that the build can write to the file and put nothing in its place.
	failureFile = recipeDir + "/failure"
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

// maxFailure bounds what is read of the build's failureFile, from its end, in bytes.
const maxFailure = 64 << 10

// readFailure returns what the script wrote of a failure, or nothing.
func readFailure(b *buildRoot) []byte {
	file, err := os.Open(b.failure)
	if err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil
	}
	text, err := io.ReadAll(io.NewSectionReader(file, max(0, info.Size()-maxFailure), maxFailure))
	if err != nil {
		return nil
	}
	return text
}

// writeScript puts the recipe's script and patches where the build sees them, and
// no archive reaches.
func (r *run) writeScript(stone *recipe.Recipe, b *buildRoot) (recipe.Script, error) {
	script, err := stone.Script(recipe.Context{
		WorkDir: b.workDir(), PatchDir: patchDir, InstallRoot: installDir,
		Jobs: r.Jobs, MakeFlags: jobserver.MakeFlags(r.Jobs), FailureFile: failureFile,
	})
	if err != nil {
		return script, err
	}
	return script, writeRecipe(b, script, stone.Patches)
}

// writeRecipe fills recipeDir. Whatever the caller's umask is and whoever the build
// runs as, it can read all of it and write to the failureFile.
func writeRecipe(b *buildRoot, script recipe.Script, patches []recipe.Patch) error {
	patchesOnHost := filepath.Join(b.recipe, filepath.Base(patchDir))
	if err := os.Mkdir(patchesOnHost, 0o755); err != nil {
		return err
	}
	files := map[string][]byte{
		filepath.Join(b.recipe, filepath.Base(scriptFile)):  []byte(script.Text),
		filepath.Join(b.recipe, filepath.Base(failureFile)): nil, // to mount on
	}
	for _, patch := range patches {
		files[filepath.Join(patchesOnHost, filepath.Base(patch.Name))] = patch.Text
	}
	for file, text := range files {
		if err := writeWithMode(file, text, 0o644); err != nil {
			return err
		}
	}
	if err := writeWithMode(b.failure, nil, 0o666); err != nil {
		return err
	}
	return errors.Join(os.Chmod(b.recipe, 0o755), os.Chmod(patchesOnHost, 0o755))
}

// writeWithMode makes a new file with a mode that no umask takes from.
func writeWithMode(path string, text []byte, mode os.FileMode) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Chmod(mode), file.Close())
}
