package build

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/beneath"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/treehash"
	"golang.org/x/sys/unix"
)

// firstEpoch is the modification time of packages without dated sources:
// 2020-01-01, as zip and ar can't express much earlier times.
var firstEpoch = time.Unix(1577836800, 0)

// A sourceTree is a recipe's unpacked upstreams.
type sourceTree struct {
	// top is the first upstream's directory below the build directory. It is "",
	// the build directory itself, for a recipe without upstreams and for a first
	// upstream whose archive has no top directory.
	top   string
	dir   string    // the same directory on the host: no part below the build directory is a link
	epoch time.Time // SOURCE_DATE_EPOCH: the newest file of an archive
}

// unpackAll puts a recipe's upstreams below dir.
func (s sources) unpackAll(ctx context.Context, r *recipe.Recipe, dir string) (sourceTree, error) {
	tree := sourceTree{epoch: firstEpoch, dir: dir}
	for i, upstream := range r.Upstreams {
		top, err := s.unpack(ctx, upstream, dir)
		if err != nil {
			return tree, fmt.Errorf("%s: %w", r.File, err)
		}
		top, found, err := topDirectory(dir, top)
		if err != nil {
			return tree, fmt.Errorf("%s: upstream %s: %w", r.File, fetch.Redacted(upstream.Location), err)
		}
		if i == 0 {
			tree.top, tree.dir = top, found
		}
		if upstream.Self() != "" {
			continue // its files have the time of this build
		}
		newest, err := newestFile(found)
		if err != nil {
			return tree, err
		}
		if newest.After(tree.epoch) {
			tree.epoch = newest.Truncate(time.Second)
		}
	}
	return tree, nil
}

// topDirectory returns the directory that an archive was unpacked into, by its
// name below dir and by its path on the host. An archive's top may be a link,
// which leads to where it does in the build, and never out of dir. Where it is a
// file, the archive has no top directory, and dir is it.
func topDirectory(dir, top string) (name, host string, err error) {
	below, err := beneath.Open(dir)
	if err != nil {
		return "", "", err
	}
	defer below.Close()
	host, err = below.Path(top + "/.")
	switch {
	case errors.Is(err, unix.ENOTDIR):
		return "", dir, nil
	case err != nil:
		return "", "", fmt.Errorf("its first entry, %q, is a link that leads to no directory of the archive: %w; name a better archive in the recipe", top, err)
	}
	return top, host, nil
}

// newestFile is the latest modification time of the regular files below dir.
// Directories do not count: an archive need not name them, and so their times may
// be those of the extraction.
func newestFile(dir string) (time.Time, error) {
	files, err := treehash.List(dir)
	var newest int64
	for _, f := range files {
		if f.Mode.IsRegular() {
			newest = max(newest, f.Time)
		}
	}
	return time.Unix(0, newest), err
}
