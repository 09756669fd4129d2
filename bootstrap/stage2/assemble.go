package stage2

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/temporary"
	"github.com/serpent-os/wildebeest/musl"
)

// Assemble makes a stage2 tree from a release's packages below dir, as dir/KEY,
// where KEY is the hash of the package list, the compiler and the packages' names and
// versions, and points dir/current at it. Without update, a current tree of the
// same list is used as it is, whatever the distribution has released since.
func Assemble(ctx context.Context, release Release, manager PackageManager, dir string, update bool, say func(string)) (*Tree, error) {
	if tree := Ready(dir, release); tree != nil && !update {
		return tree, nil
	}
	a := &assembly{release, manager, dir, say}
	tree, err := a.run(ctx, update)
	if err != nil {
		return nil, fmt.Errorf("stage2 from %v: %w", release, err)
	}
	return tree, durable.Symlink(tree.Key, filepath.Join(dir, CurrentName))
}

// Ready returns the current tree below dir if it is made from the release's
// package list, or nil.
func Ready(dir string, release Release) *Tree {
	if tree, err := Current(dir); err == nil && tree.List == release.hash() {
		return tree
	}
	return nil
}

// An assembly is one run of Assemble.
type assembly struct {
	release Release
	manager PackageManager
	dir     string
	say     func(string)
}

func (a *assembly) run(ctx context.Context, update bool) (*Tree, error) {
	if update {
		a.say("updating the package lists")
		if err := a.manager.Update(ctx); err != nil {
			return nil, err
		}
	}
	a.say("resolving packages")
	packages, err := a.manager.Closure(ctx, a.release.list.wanted(a.release.Compiler))
	if err != nil {
		return nil, err
	}
	packages = slices.DeleteFunc(packages, func(p source.Package) bool { return a.release.list.excluded(p.Name) })
	key := a.key(packages)
	if tree, err := Open(filepath.Join(a.dir, key)); err == nil {
		return tree, nil
	}
	tree := &Tree{Dir: filepath.Join(a.dir, key), Manifest: Manifest{
		Key: key, From: a.release.String(), Compiler: a.release.Compiler, List: a.release.hash(), Packages: names(packages),
	}}
	return tree, a.assemble(ctx, tree, packages)
}

// assemble downloads, unpacks and relocates in a directory of its own, which
// gets the tree's name at the end.
func (a *assembly) assemble(ctx context.Context, tree *Tree, packages []source.Package) error {
	a.say(fmt.Sprintf("downloading %d packages", len(packages)))
	files, err := a.manager.Download(ctx, packages)
	if err != nil {
		return err
	}
	fresh, err := workDir(a.dir)
	if err != nil {
		return err
	}
	defer fresh.Remove()
	work := fresh.Path
	a.say(fmt.Sprintf("unpacking %d packages", len(packages)))
	for _, p := range packages {
		if err := a.manager.Unpack(ctx, filepath.Join(files, p.File), work); err != nil {
			return fmt.Errorf("%s: %w", p.File, err)
		}
	}
	if !a.release.own() {
		if err := linkCompiler(work, a.release.Compiler); err != nil {
			return err
		}
	}
	machine, err := musl.Host()
	if err != nil {
		return err
	}
	if err := relocate(ctx, work, machine, a.release.list, a.say); err != nil {
		return fmt.Errorf("relocate to %s: %w", Prefix, err)
	}
	return tree.commit(work)
}

func workDir(dir string) (*temporary.Dir, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := temporary.Sweep(dir, ".new-"); err != nil {
		return nil, err
	}
	work, err := temporary.NewDir(dir, ".new-")
	if err != nil {
		return nil, err
	}
	return work, os.Chmod(work.Path, 0o755)
}

// key identifies the tree by its package list, compiler and packages.
func (a *assembly) key(packages []source.Package) string {
	hash := sha256.New()
	fmt.Fprintln(hash, a.release.hash())
	for _, p := range packages {
		fmt.Fprintf(hash, "%s %s\n", p.Name, p.Version)
	}
	return hex.EncodeToString(hash.Sum(nil))[:16]
}

func names(packages []source.Package) []string {
	var list []string
	for _, p := range packages {
		list = append(list, p.Name+" "+p.Version)
	}
	return list
}
