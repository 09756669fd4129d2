package stage2

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/internal/archive"
)

// Assemble makes a stage2 tree from Debian packages below dir, as dir/KEY, where
// KEY is the hash of the table and of the packages' names and versions, and
// points dir/current at it. Without update, a current tree of the same table is
// used as it is, whatever Debian has released since.
func Assemble(ctx context.Context, apt *source.Apt, dir string, update bool, say func(string)) (*Tree, error) {
	if tree := Ready(dir); tree != nil && !update {
		return tree, nil
	}
	table, err := parseTable(debianTable)
	if err != nil {
		return nil, err
	}
	if update {
		say("updating the package lists")
		if err := apt.Update(ctx); err != nil {
			return nil, err
		}
	}
	say("resolving packages")
	packages, err := apt.Closure(ctx, table.packages)
	if err != nil {
		return nil, fmt.Errorf("stage2 from debian: %w", err)
	}
	packages = slices.DeleteFunc(packages, func(p source.Package) bool { return table.excluded(p.Name) })
	key := keyOf(packages)
	final := filepath.Join(dir, key)
	if tree, err := Open(final); err == nil {
		return tree, point(dir, key)
	}
	say(fmt.Sprintf("downloading %d packages", len(packages)))
	archives, err := apt.Download(ctx, packages)
	if err != nil {
		return nil, fmt.Errorf("stage2 from debian: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	work, err := os.MkdirTemp(dir, ".new-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	if err := os.Chmod(work, 0o755); err != nil {
		return nil, err
	}
	say(fmt.Sprintf("unpacking %d packages", len(packages)))
	for _, p := range packages {
		if err := unpack(ctx, filepath.Join(archives, p.File), work); err != nil {
			return nil, fmt.Errorf("stage2 from debian: %s: %w", p.File, err)
		}
	}
	if err := relocate(ctx, work, table.links, say); err != nil {
		return nil, fmt.Errorf("stage2 from debian: relocate to %s: %w", Prefix, err)
	}
	tree := &Tree{Dir: final, Manifest: Manifest{Key: key, From: "debian", Table: tableHash(), Packages: names(packages)}}
	if err := tree.commit(work); err != nil {
		return nil, err
	}
	return tree, point(dir, key)
}

// Ready returns the current tree below dir if it is made from this program's
// table of packages, or nil.
func Ready(dir string) *Tree {
	if tree, err := Current(dir); err == nil && tree.Table == tableHash() {
		return tree
	}
	return nil
}

func keyOf(packages []source.Package) string {
	hash := sha256.New()
	fmt.Fprintln(hash, tableHash())
	for _, p := range packages {
		fmt.Fprintf(hash, "%s %s\n", p.Name, p.Version)
	}
	return hex.EncodeToString(hash.Sum(nil))[:16]
}

// tableHash identifies what the tree is made from and how, before any package
// is looked up.
func tableHash() string {
	hash := sha256.Sum256([]byte(layout + "\n" + debianTable))
	return hex.EncodeToString(hash[:8])
}

func names(packages []source.Package) []string {
	var list []string
	for _, p := range packages {
		list = append(list, p.Name+" "+p.Version)
	}
	return list
}

// merged are the directories of / that live in /usr.
var merged = []string{"bin", "sbin", "lib", "lib32", "lib64", "libx32"}

// unpack extracts a .deb with /usr merged and absolute links moved to Prefix.
func unpack(ctx context.Context, deb, dir string) error {
	command := exec.CommandContext(ctx, "dpkg-deb", "--fsys-tarfile", deb)
	plain, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := command.Start(); err != nil {
		return err
	}
	_, err = archive.Extract(filepath.Base(deb), plain, dir, archive.Extraction{Rewrite: intoPrefix})
	if waited := command.Wait(); err == nil && waited != nil {
		err = fmt.Errorf("dpkg-deb: %w", waited)
	}
	return err
}

// intoPrefix rewrites an entry of a .deb; documentation is not kept.
func intoPrefix(header *tar.Header) bool {
	name := usrMerged(path.Clean(strings.TrimPrefix(header.Name, "/")))
	for _, dropped := range []string{"usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/lintian", "usr/share/info", "var"} {
		if name == dropped || strings.HasPrefix(name, dropped+"/") {
			return false
		}
	}
	if header.Typeflag == tar.TypeLink {
		header.Linkname = usrMerged(path.Clean(strings.TrimPrefix(header.Linkname, "/")))
	}
	if header.Typeflag == tar.TypeSymlink {
		header.Linkname = relativeLink(header.Name, name, header.Linkname)
	}
	header.Name = name
	return true
}

func usrMerged(name string) string {
	top, _, _ := strings.Cut(name, "/")
	if slices.Contains(merged, top) {
		return "usr/" + name
	}
	return name
}

// relativeLink is the target of a symbolic link whose own name moved from old
// to name, relative to it, with /usr merged in the target too.
func relativeLink(old, name, target string) string {
	if !path.IsAbs(target) {
		target = path.Join("/", path.Dir(path.Clean(old)), target)
	}
	target = usrMerged(strings.TrimPrefix(path.Clean(target), "/"))
	relative, err := filepath.Rel(path.Dir(name), target)
	if err != nil {
		return target
	}
	return relative
}
