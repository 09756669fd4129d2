package build

import (
	"context"
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
)

// fetch gets a step's sources into the cache, verified.
func (b *Builder) fetch(ctx context.Context, step *Step) error {
	for _, upstream := range step.Recipe.Upstreams {
		if upstream.Self() != "" {
			continue
		}
		place := "cache"
		path, err := b.Sources.Fetch(ctx, wanted(upstream), func(from string) { place = from })
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

// wanted is the source file of an upstream.
func wanted(u recipe.Upstream) source.Wanted {
	w := source.Wanted{SHA256: u.SHA256, Name: u.FileName(), Debian: u.Debian()}
	if w.Debian == "" {
		w.URL = u.Location
	}
	return w
}
