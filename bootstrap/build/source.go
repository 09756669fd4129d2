package build

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/treehash"
)

// firstEpoch is the modification time of packages without dated sources:
// 2020-01-01, as zip and ar can't express much earlier times.
var firstEpoch = time.Unix(1577836800, 0)

// A sourceTree is a recipe's unpacked upstreams.
type sourceTree struct {
	// top is the first upstream's directory below the build directory, "" for a
	// recipe without upstreams.
	top   string
	epoch time.Time // SOURCE_DATE_EPOCH: the newest file of an archive
}

// unpackAll puts a recipe's upstreams below dir.
func (s sources) unpackAll(ctx context.Context, r *recipe.Recipe, dir string) (sourceTree, error) {
	tree := sourceTree{epoch: firstEpoch}
	for i, upstream := range r.Upstreams {
		top, err := s.unpack(ctx, upstream, dir)
		if err != nil {
			return tree, fmt.Errorf("%s: %w", r.File, err)
		}
		if i == 0 {
			tree.top = top
		}
		if upstream.Self() != "" {
			continue // its files have the time of this build
		}
		newest, err := newestFile(filepath.Join(dir, top))
		if err != nil {
			return tree, err
		}
		if newest.After(tree.epoch) {
			tree.epoch = newest.Truncate(time.Second)
		}
	}
	return tree, nil
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
