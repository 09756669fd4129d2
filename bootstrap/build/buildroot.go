package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

// Directories of a build in the chroot.
const (
	buildDir   = "/build"
	installDir = "/install"
)

// A buildRoot is the directories of one build on the host.
type buildRoot struct {
	root    string // what the build sees as /: its dependencies and links to stage2
	build   string // buildDir
	install string // installDir
	sources sourceTree
}

// source is the first upstream's directory on the host.
func (b *buildRoot) source() string { return filepath.Join(b.build, b.sources.top) }

// workDir is the same directory in the chroot.
func (b *buildRoot) workDir() string { return path.Join(buildDir, b.sources.top) }

// prepare makes the build root of a step below work.
func (r *run) prepare(ctx context.Context, step *plan.Step, work string) (*buildRoot, error) {
	b := &buildRoot{root: filepath.Join(work, "root"), build: filepath.Join(work, "build"), install: filepath.Join(work, "install")}
	for _, dir := range []string{b.root, b.build, b.install} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
		if err := os.Chmod(dir, 0o755); err != nil { // whatever the umask is
			return nil, err
		}
	}
	var err error
	if b.sources, err = r.sources().unpackAll(ctx, step.Recipe, b.build); err != nil {
		return nil, err
	}
	if err := r.State.Link(b.root, step.Deps); err != nil {
		return nil, err
	}
	return b, populate(b.root, r.Stage2)
}

// remove removes what only the build needs.
func (r *run) remove(b *buildRoot) error {
	return errors.Join(r.State.Discard(b.build), r.State.Discard(b.root))
}

// fromStage2 are the directories whose entries a build root has from stage2 where
// its packages have none: programs, and what they look for below /usr/share.
var fromStage2 = []string{"usr/bin", "usr/sbin", "usr/share"}

// withheld are the .pc files of stage2: a build must not find its libraries.
const withheld = "usr/share/pkgconfig"

// populate adds what a build root has beside its packages: directories to mount
// on, and stage2's programs under the names that a system has them by. A build may
// write down the path of what it finds in PATH: /usr/bin/grep will exist in the
// finished root, /serpent/usr/bin/grep will not.
func populate(root string, tools *stage2.Tree) error {
	for _, dir := range append(chroot.MountPoints(), buildDir, installDir, stage2.Prefix) {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			return err
		}
	}
	if err := link(root, "bin", "usr/bin"); err != nil {
		return err
	}
	for _, dir := range fromStage2 {
		if err := linkEntries(root, tools, dir); err != nil {
			return err
		}
	}
	return nil
}

// linkEntries makes links to the entries of a directory of stage2.
func linkEntries(root string, tools *stage2.Tree, dir string) error {
	entries, err := os.ReadDir(filepath.Join(tools.Dir, dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("stage2: %w", err)
	}
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		if name == withheld {
			continue
		}
		if err := link(root, name, stage2.Prefix+"/"+name); err != nil {
			return err
		}
	}
	return nil
}

// link makes a symbolic link below root unless something is there.
func link(root, name, target string) error {
	file := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	err := os.Symlink(target, file)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}
