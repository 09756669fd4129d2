package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

// Directories of a build in the chroot.
const (
	buildDir   = "/build"
	installDir = "/install"
)

// scriptName is the recipe's script below buildDir; no archive's directory has
// such a name.
const scriptName = ".stone.sh"

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
		if info, err := os.Stat(filepath.Join(r.build, top)); err == nil && upstream.Self() == "" && info.ModTime().After(r.epoch) {
			r.epoch = info.ModTime().Truncate(time.Second)
		}
	}
	if err := b.State.assemble(r.root, step.Deps, linkFile); err != nil {
		return nil, err
	}
	return r, furnish(r.root, b.Stage2)
}

// unpack puts one upstream below dir and returns the directory it made there.
func (b *Builder) unpack(ctx context.Context, step *Step, u recipe.Upstream, dir string) (string, error) {
	if name := u.Self(); name != "" {
		return name, b.Self.Put(name, filepath.Join(dir, name))
	}
	archive, err := b.Sources.Fetch(ctx, wanted(u), nil)
	if err != nil {
		return "", err
	}
	return source.ExtractFile(archive, dir, source.Extraction{TopDir: u.UnpackDir, Paths: u.Paths})
}

// furnish adds what a build root has beside its packages: places to mount, and
// stage2's programs under the names that a system has them by, where the root
// has none of its own yet. What a build finds in its PATH it may write down, and
// /usr/bin/grep will be there when /serpent is not.
func furnish(root string, tools *stage2.Tree) error {
	for _, dir := range append(chroot.MountPoints(), buildDir, installDir, stage2.Prefix) {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			return err
		}
	}
	if err := link(root, "bin", "usr/bin"); err != nil {
		return err
	}
	for _, dir := range []string{"usr/bin", "usr/sbin"} {
		programs, err := os.ReadDir(filepath.Join(tools.Dir, dir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("stage2: %w", err)
		}
		for _, program := range programs {
			name := path.Join(dir, program.Name())
			if err := link(root, name, stage2.Prefix+"/"+name); err != nil {
				return err
			}
		}
	}
	return nil
}

// runScript runs the recipe's sections in the chroot, with their output in the
// log.
func (b *Builder) runScript(ctx context.Context, step *Step, r *room) (chroot.Result, error) {
	script, err := step.Recipe.Script(recipe.Place{WorkDir: r.workDir, InstallRoot: installDir, Jobs: b.Jobs, MakeFlags: makeFlags(b.Jobs)})
	if err != nil {
		return chroot.Result{}, err
	}
	if err := os.WriteFile(filepath.Join(r.build, scriptName), []byte(script), 0o644); err != nil {
		return chroot.Result{}, err
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
		Dir: r.workDir, Env: environment(step, r), Hostname: "stage3",
		Args: []string{stage2.Prefix + "/usr/bin/bash", buildDir + "/" + scriptName},
	}, chroot.Streams{Out: log, Err: log, Extra: ends})
	switch {
	case err != nil:
		return result, err
	case result.Status != 0:
		return result, b.failed(step, fmt.Sprintf("the build ended with status %d", result.Status))
	case len(result.Leftover) > 0:
		return result, b.failed(step, "the build left processes running: "+strings.Join(result.Leftover, "; "))
	}
	return result, nil
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
