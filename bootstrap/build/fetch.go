package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// sources get upstreams from the cache, the network and the project itself.
type sources struct {
	cache *fetch.Cache
	self  Artefacts
}

// fetch gets a recipe's sources into the cache, verified, and tells of each.
func (s sources) fetch(ctx context.Context, r *recipe.Recipe, tell func(Event)) error {
	for _, upstream := range r.Upstreams {
		if upstream.Self() != "" {
			continue
		}
		origin := "cache"
		path, err := s.archive(ctx, upstream, func(from string) { origin = from })
		if err != nil {
			return fmt.Errorf("%s: %w", r.File, err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		tell(Event{Kind: Fetched, Source: fetch.Redacted(upstream.Location), From: origin, Bytes: info.Size()})
	}
	return nil
}

// unpack puts one upstream below dir and returns the directory it made there.
func (s sources) unpack(ctx context.Context, u recipe.Upstream, dir string) (string, error) {
	if name := u.Self(); name != "" {
		return name, s.self.Put(name, filepath.Join(dir, name))
	}
	tarball, err := s.archive(ctx, u, nil)
	if err != nil {
		return "", err
	}
	return archive.ExtractFile(tarball, dir, archive.Extraction{TopDir: u.UnpackDir})
}

// archive is the cached file with what the recipe wants of an upstream.
func (s sources) archive(ctx context.Context, u recipe.Upstream, progress func(from string)) (string, error) {
	if len(u.Paths) > 0 {
		return s.cache.FetchPart(ctx, u.Wanted(), u.Paths, progress)
	}
	return s.cache.Fetch(ctx, u.Wanted(), progress)
}
