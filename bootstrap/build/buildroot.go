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
	"syscall"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/internal/beneath"
)

// Directories of a build in the chroot.
const (
	buildDir   = "/build"
	installDir = "/install"
	// recipeDir has the recipe's script and patches. The build only reads it, and
	// no archive is unpacked there.
	recipeDir = "/recipe"
)

// A buildRoot is the directories of one build on the host.
type buildRoot struct {
	root    string // what the build sees as /: its dependencies and links to stage2
	build   string // buildDir
	install string // installDir
	recipe  string // recipeDir
	failure string // the file failureFile, for the build to write
	sources sourceTree
}

// workDir is the directory of the first upstream in the chroot.
func (b *buildRoot) workDir() string { return path.Join(buildDir, b.sources.top) }

// prepare makes the build root of a step below work.
func (r *run) prepare(ctx context.Context, step *plan.Step, work string) (*buildRoot, error) {
	b := &buildRoot{
		root: filepath.Join(work, "root"), build: filepath.Join(work, "build"), install: filepath.Join(work, "install"),
		recipe: filepath.Join(work, "recipe"), failure: filepath.Join(work, "failure"),
	}
	for _, dir := range []string{b.root, b.build, b.install, b.recipe} {
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
	if err := populate(b.root, r.Stage2); err != nil {
		return nil, fmt.Errorf("populate the build root of %s: %w; correct the recipe of %s", step.Recipe.Name, err, r.installer(step, b.root, err))
	}
	return b, nil
}

// installer names the package that has installed what populating a root failed at.
func (r *run) installer(step *plan.Step, root string, failed error) string {
	var at *fs.PathError
	if errors.As(failed, &at) {
		for _, dep := range step.Deps {
			tree, err := os.OpenRoot(r.State.Tree(dep))
			if err != nil {
				continue
			}
			info, err := tree.Lstat(strings.TrimPrefix(strings.TrimPrefix(at.Path, root), "/"))
			tree.Close()
			if err == nil && !info.IsDir() {
				return dep.Recipe.Name
			}
		}
	}
	return "the package that installs it"
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
// finished root, /serpent/usr/bin/grep will not. Links that packages installed are
// followed as in the root.
func populate(root string, tools *stage2.Tree) error {
	dir, err := beneath.Open(root)
	if err != nil {
		return err
	}
	defer dir.Close()
	for _, name := range append(chroot.MountPoints(), buildDir, installDir, recipeDir, stage2.Prefix) {
		made, err := dir.MkdirAll(name, 0o755)
		if err != nil {
			return err
		}
		made.Close()
	}
	for _, name := range chroot.MountPoints() {
		// No mount goes through a link.
		path := filepath.Join(root, name)
		if info, err := os.Lstat(path); err != nil {
			return err
		} else if !info.IsDir() {
			return &fs.PathError{Op: "mount on", Path: path, Err: syscall.ENOTDIR}
		}
	}
	if err := link(dir, "/", "bin", "usr/bin"); err != nil {
		return err
	}
	for _, name := range fromStage2 {
		if err := linkEntries(dir, tools, name); err != nil {
			return err
		}
	}
	return nil
}

// linkEntries makes links to the entries of a directory of stage2.
func linkEntries(root *beneath.Dir, tools *stage2.Tree, dir string) error {
	entries, err := os.ReadDir(filepath.Join(tools.Dir, dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("stage2: %w", err)
	}
	to, err := root.MkdirAll(dir, 0o755)
	if err != nil {
		return err
	}
	defer to.Close()
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		if name == withheld {
			continue
		}
		if err := beneath.Symlink(stage2.Prefix+"/"+name, to, entry.Name()); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

// link makes a symbolic link in a directory of root unless something is there.
func link(root *beneath.Dir, dir, name, target string) error {
	to, err := root.MkdirAll(dir, 0o755)
	if err != nil {
		return err
	}
	defer to.Close()
	if err := beneath.Symlink(target, to, name); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
