package draft

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/temporary"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// directory packs a tree that somebody works on: the archive is a file of the cache.
func (f *Finder) directory(ctx context.Context, dir string) (Source, error) {
	s, err := fromStem(filepath.Base(dir))
	if err != nil {
		return Source{}, fmt.Errorf("source %s: %w", dir, err)
	}
	if err := os.MkdirAll(f.Cache.Dir, 0o755); err != nil {
		return Source{}, err
	}
	work, err := temporary.NewDir(f.Cache.Dir, ".new-") // which the next run that locks the state sweeps
	if err != nil {
		return Source{}, err
	}
	defer work.Remove()
	name := s.Name + "-" + s.Version
	packed := filepath.Join(work.Path, name+".tar")
	if err := archive.Pack(ctx, dir, name, packed); err != nil {
		return Source{}, fmt.Errorf("pack %s: %w", dir, err)
	}
	hash, err := f.Cache.FetchNew(ctx, fetch.FileScheme+packed, filepath.Base(packed))
	if err != nil {
		return Source{}, err
	}
	kept, err := filepath.Abs(f.Cache.Path(fetch.Wanted{SHA256: hash, Name: name + ".tar"}))
	if err != nil {
		return Source{}, err
	}
	s.Upstream = recipe.Upstream{Location: fetch.FileScheme + kept, SHA256: hash}
	return s, nil
}

// described is a Debian source package (dsc(5)): its tarball without Debian's changes,
// which lies beside the description.
func (f *Finder) described(ctx context.Context, file string) (Source, error) {
	tarballs, err := srctree.Tarballs(file)
	if err != nil {
		return Source{}, err
	}
	names := slices.Collect(maps.Keys(tarballs))
	if len(names) != 1 {
		return Source{}, fmt.Errorf("source %s: it has %d tarballs, and a draft is of one; write the recipe by hand", file, len(tarballs))
	}
	s, err := f.tarball(ctx, filepath.Join(filepath.Dir(file), names[0]))
	if want := tarballs[names[0]]; err == nil && s.Upstream.SHA256 != want {
		err = &fetch.HashError{From: names[0], Want: want, Got: s.Upstream.SHA256}
	}
	return s, err
}
