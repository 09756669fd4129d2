package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/internal/archive"
	"golang.org/x/sys/unix"
)

// Directories of a build in the chroot.
const (
	buildDir   = "/build"
	installDir = "/install"
)

// scriptName is the recipe's script below buildDir; no archive's directory has
// such a name.
const scriptName = ".stone.sh"

// patchDir has the recipe's patches, below buildDir.
const patchDir = ".patches"

// searchPath finds the root's own programs, and stage2's in the same place.
const searchPath = "/usr/bin:/usr/sbin"

// firstEpoch is the modification time of packages without dated sources:
// 2020-01-01, after what zip and ar can't express.
var firstEpoch = time.Unix(1577836800, 0)

// A room is what one build needs on the host: the root that it sees, the
// directory it builds in and the one it installs into.
type room struct {
	root, build, install string
	source               string    // the first upstream's directory, below build
	workDir              string    // the same in the chroot
	epoch                time.Time // SOURCE_DATE_EPOCH
}

// prepare fetches, verifies and extracts the sources and assembles the root.
func (b *Builder) prepare(ctx context.Context, step *Step, work string) (*room, error) {
	r := &room{
		root: filepath.Join(work, "root"), build: filepath.Join(work, "build"), install: filepath.Join(work, "install"),
		epoch: firstEpoch, workDir: buildDir,
	}
	r.source = r.build
	for _, dir := range []string{r.root, r.build, r.install} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
	}
	for i, upstream := range step.Recipe.Upstreams {
		top, err := b.unpack(ctx, step, upstream, r.build)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", step.Recipe.File, err)
		}
		if i == 0 {
			r.source, r.workDir = filepath.Join(r.build, top), buildDir+"/"+top
		}
		if upstream.Self() != "" {
			continue
		}
		newest, err := newestFile(filepath.Join(r.build, top))
		if err != nil {
			return nil, err
		}
		if newest.After(r.epoch) {
			r.epoch = newest.Truncate(time.Second)
		}
	}
	if err := b.State.assemble(r.root, step.Deps, linkFile); err != nil {
		return nil, err
	}
	return r, furnish(r.root, b.Stage2)
}

// newestFile is the latest modification time of the files below dir, which come
// from an archive: unlike those of directories, which it need not name.
func newestFile(dir string) (time.Time, error) {
	files, err := listTree(dir)
	var newest int64
	for _, f := range files {
		if f.mode.IsRegular() {
			newest = max(newest, f.time)
		}
	}
	return time.Unix(0, newest), err
}

// unpack puts one upstream below dir and returns the directory it made there.
func (b *Builder) unpack(ctx context.Context, step *Step, u recipe.Upstream, dir string) (string, error) {
	if name := u.Self(); name != "" {
		return name, b.Self.Put(name, filepath.Join(dir, name))
	}
	tarball, err := b.archive(ctx, u, nil)
	if err != nil {
		return "", err
	}
	return archive.ExtractFile(tarball, dir, archive.Extraction{TopDir: u.UnpackDir})
}

// runScript runs the recipe's sections in the chroot, with their output in the
// log.
func (b *Builder) runScript(ctx context.Context, step *Step, r *room) (chroot.Result, error) {
	script, err := step.Recipe.Script(recipe.Place{
		WorkDir: r.workDir, PatchDir: buildDir + "/" + patchDir, InstallRoot: installDir,
		Jobs: b.Jobs, MakeFlags: makeFlags(b.Jobs),
	})
	if err != nil {
		return chroot.Result{}, err
	}
	if err := os.WriteFile(filepath.Join(r.build, scriptName), []byte(script), 0o644); err != nil {
		return chroot.Result{}, err
	}
	for _, patch := range step.Recipe.Patches {
		if err := os.MkdirAll(filepath.Join(r.build, patchDir), 0o755); err != nil {
			return chroot.Result{}, err
		}
		if err := os.WriteFile(filepath.Join(r.build, patchDir, patch.Name), patch.Text, 0o644); err != nil {
			return chroot.Result{}, err
		}
	}
	log, err := b.State.createLog(step)
	if err != nil {
		return chroot.Result{}, err
	}
	defer log.Close()
	ends, err := b.jobs.ends()
	if err != nil {
		return chroot.Result{}, err
	}
	for _, end := range ends {
		defer end.Close()
	}
	result, err := chroot.Run(ctx, chroot.Spec{
		Root: r.root, ReadOnlyRoot: true,
		Mounts: []chroot.Mount{
			{Source: b.Stage2.Dir, Target: stage2.Prefix, ReadOnly: true},
			{Source: r.build, Target: buildDir},
			{Source: r.install, Target: installDir},
		},
		Dir: r.workDir, Env: environment(step, r), Hostname: "stage3", Confined: true,
		Args: []string{stage2.Prefix + "/usr/bin/bash", buildDir + "/" + scriptName},
	}, chroot.Streams{Out: log, Err: log, Extra: ends})
	if err != nil {
		return result, err
	}
	if why := verdict(result, log.Name()); why != "" {
		return result, b.failed(step, why)
	}
	return result, nil
}

// verdict says what is wrong with a build that has ended, or "".
func verdict(result chroot.Result, log string) string {
	var why []string
	if result.Status != 0 {
		why = append(why, fmt.Sprintf("the build ended with status %d", result.Status))
	}
	if len(result.Leftover) > 0 {
		why = append(why, "the build left processes running: "+strings.Join(result.Leftover, "; "))
	}
	if len(result.Network) > 0 {
		why = append(why, "the build tried to use the network, which it has not: "+strings.Join(result.Network, "; "))
	}
	if line := firstLineWith(log, unix.EROFS.Error()); line != "" {
		why = append(why, fmt.Sprintf("the build tried to write elsewhere than below its own directory, %%(installroot) and /tmp: %s", line))
	}
	return strings.Join(why, "\n")
}

func environment(step *Step, r *room) []string {
	var modules []string
	for _, module := range step.Modules {
		modules = append(modules, strings.TrimSuffix(Library+"-"+module, "-"))
	}
	return []string{
		"PATH=" + searchPath, "HOME=" + buildDir, "LC_ALL=C", "TZ=UTC", "TERM=dumb", "SHELL=/bin/sh",
		fmt.Sprintf("SOURCE_DATE_EPOCH=%d", r.epoch.Unix()),
		"WILDEBEEST_MODULES=" + strings.Join(modules, " "),
	}
}

// failed makes the error of a build that did not do its work, and marks its log.
func (b *Builder) failed(step *Step, why string) error {
	log := b.State.FailedLog(step)
	if err := os.Rename(b.State.Log(step), log); err != nil {
		return err
	}
	return &BuildError{
		Package: step.Recipe.Name + " " + step.Recipe.Version, Recipe: step.Recipe.File,
		Why: why, Log: log, First: firstError(log), Tail: tail(log, 12),
	}
}

// checkInstalled makes sure that the build installed something, and what the
// recipe says that it provides.
func checkInstalled(step *Step, install string) error {
	entries, err := os.ReadDir(install)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return errors.New("the install section put nothing into %(installroot)")
	}
	for _, provided := range step.Recipe.Provides {
		name, ok := strings.CutPrefix(provided, "pkgconfig(")
		if !ok {
			continue
		}
		pattern := strings.TrimSuffix(name, ")") + ".pc"
		found, _ := filepath.Glob(filepath.Join(install, "usr", "*", "pkgconfig", pattern))
		if len(found) == 0 {
			return fmt.Errorf("the recipe provides %s, but no %s was installed below /usr/lib/pkgconfig", provided, pattern)
		}
	}
	return nil
}
