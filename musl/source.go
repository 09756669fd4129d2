package musl

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// downloadTime bounds the download of a release from one place.
const downloadTime = 2 * time.Minute

// Source unpacks the release below dir and returns the directory it made there.
// The tarball comes from the cache or, where that lacks it, from one of the
// release's URLs.
func (r Release) Source(ctx context.Context, cache *fetch.Cache, dir string) (string, error) {
	tarball, err := r.fetch(ctx, cache)
	if err != nil {
		return "", fmt.Errorf("get the source of %s: %w", r, err)
	}
	top, err := archive.ExtractFile(tarball, dir, archive.Extraction{})
	return filepath.Join(dir, top), err
}

func (r Release) fetch(ctx context.Context, cache *fetch.Cache) (string, error) {
	if r.SHA256 == "" {
		return "", errors.New("releases.tsv has no sha256 for it: only its names are known")
	}
	var failed []error
	for _, url := range r.URLs() {
		tarball, err := r.download(ctx, cache, url)
		if err == nil {
			return tarball, nil
		}
		failed = append(failed, err)
	}
	return "", errors.Join(failed...)
}

func (r Release) download(ctx context.Context, cache *fetch.Cache, url string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, downloadTime)
	defer cancel()
	return cache.Fetch(ctx, fetch.Wanted{SHA256: r.SHA256, Name: r.Tarball(), URL: url, Debian: "musl@" + r.Version}, nil)
}
