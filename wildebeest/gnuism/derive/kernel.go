package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// kernel is what its releases' headers for programs have.
type kernel struct {
	releases []tables.LinuxRelease
	dirs     map[string][]string // release → directories
	trees    []tree              // by release, on top of musl's headers
	shows    []*exposure         // by release
	all      *exposure           // of all releases together
}

// unpackKernels lays out the headers of every release of tables/linux.tsv.
func unpackKernels(ctx context.Context, state, dir string, on musl.Machine) (*kernel, error) {
	k := &kernel{dirs: map[string][]string{}, all: newExposure()}
	var err error
	if k.releases, err = tables.LinuxReleases.ReadFile(dir); err != nil {
		return nil, err
	}
	for _, r := range k.releases {
		root, err := deb{"linux-libc-dev", r.File, r.SHA256}.unpack(ctx, state)
		if err != nil {
			return nil, fmt.Errorf("read the headers of Linux %s: %w", r.Version, err)
		}
		dirs := includeDirs(on, root)
		if _, err := os.Stat(filepath.Join(dirs[0], "asm", "types.h")); err != nil {
			dirs[0] = filepath.Join(root, "usr/lib/linux/uapi", on.Kernel) // as Debian has it since 2026
		}
		k.dirs[r.Version] = dirs
	}
	return k, nil
}

// read reads the headers on top of musl's: what shows there shows on a musl system.
func (k *kernel) read(muslDir string) error {
	for _, r := range k.releases {
		dirs := k.dirs[r.Version]
		headers, err := listHeaders(dirs, func(h string) bool { return !strings.HasPrefix(h, "asm-generic/") })
		if err != nil {
			return err
		}
		t := tree{name: "linux " + r.Version, headers: headers, system: append([]string{muslDir}, dirs...), lenient: true}
		shows, err := expose(t)
		if err != nil {
			return err
		}
		k.trees, k.shows = append(k.trees, t), append(k.shows, shows)
		k.all.add(shows)
	}
	return nil
}

// newest is the newest release's tree.
func (k *kernel) newest() tree { return k.trees[len(k.trees)-1] }

// since says which release's headers are the first to show a name: "" is the oldest
// of all, or none.
func (k *kernel) since(shown func(*exposure) bool) string {
	if at := slices.IndexFunc(k.shows, shown); at > 0 {
		return k.releases[at].Version
	}
	return ""
}

func (k *kernel) inputs() string {
	var packages []string
	for _, r := range k.releases {
		packages = append(packages, r.Package)
	}
	return "linux-libc-dev " + strings.Join(packages, ", ")
}

// includeDirs are the directories of headers of an unpacked package.
func includeDirs(on musl.Machine, root string) []string {
	return []string{filepath.Join(root, "usr/include", on.GNU), filepath.Join(root, "usr/include")}
}

// listHeaders lists the headers below directories, as in #include <…>, sorted.
func listHeaders(dirs []string, keep func(string) bool) ([]string, error) {
	found := map[string]bool{}
	for _, dir := range dirs {
		t, err := filepath.EvalSymlinks(dir)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := walkHeaders(t, func(h string) {
			if !strings.Contains(h, "-linux-gnu") && keep(h) {
				found[h] = true
			}
		}); err != nil {
			return nil, err
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no headers below %s", strings.Join(dirs, ", "))
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// walkHeaders calls use with every header below dir. Directories that are links, as
// asm is in some packages, are followed.
func walkHeaders(dir string, use func(string)) error {
	var walk func(below string) error
	walk = func(below string) error {
		entries, err := os.ReadDir(filepath.Join(dir, below))
		if err != nil {
			return err
		}
		for _, e := range entries {
			name := filepath.Join(below, e.Name())
			info, err := os.Stat(filepath.Join(dir, name))
			switch {
			case err != nil:
				continue // a link to another package's file
			case info.IsDir():
				if err := walk(name); err != nil {
					return err
				}
			case strings.HasSuffix(name, ".h"):
				use(name)
			}
		}
		return nil
	}
	return walk("")
}

// findFile returns the first of the files that is there.
func findFile(files ...string) (string, error) {
	for _, file := range files {
		if _, err := os.Stat(file); err == nil {
			return file, nil
		}
	}
	return "", fmt.Errorf("none of %s is there", strings.Join(files, ", "))
}
