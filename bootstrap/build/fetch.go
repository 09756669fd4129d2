package build

import (
	"context"
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// fetch gets a step's sources into the cache, verified.
func (b *Builder) fetch(ctx context.Context, step *Step) error {
	for _, upstream := range step.Recipe.Upstreams {
		if upstream.Self() != "" {
			continue
		}
		place := "cache"
		path, err := b.archive(ctx, upstream, func(from string) { place = from })
		if err != nil {
			return fmt.Errorf("%s: %w", step.Recipe.File, err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		b.tell(step.Recipe, Event{Kind: Fetched, Source: upstream.Location, From: place, Bytes: info.Size()})
	}
	return nil
}

// archive is the cached file with what the recipe wants of an upstream.
func (b *Builder) archive(ctx context.Context, u recipe.Upstream, progress func(from string)) (string, error) {
	if len(u.Paths) > 0 {
		return b.Sources.FetchPart(ctx, wanted(u), u.Paths, progress)
	}
	return b.Sources.Fetch(ctx, wanted(u), progress)
}

// wanted is the source file of an upstream.
func wanted(u recipe.Upstream) fetch.Wanted {
	w := fetch.Wanted{SHA256: u.SHA256, Name: u.FileName(), Debian: u.Debian()}
	if w.Debian == "" {
		w.URL = u.Location
	}
	return w
}
