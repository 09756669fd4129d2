// Package musl gets upstream's musl for the tests: its source by checksum, and
// the whole libc built for a machine.
package musl

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// A Release is a release of musl: upstream's tarball, which Debian has unchanged.
type Release struct{ Version, SHA256 string }

// Releases are those that the tests hold something against, the oldest first.
var Releases = []Release{
	{"1.2.3", "7d5b0b6062521e4627e099e4c9dc8248d32a30285e959b7eecaa780cf8cfd4a4"},
	{"1.2.5", "a9a118bbe84d8764da0ea0d28b3ab3fae8477fc7e4085d90102b8596fc7c75e4"},
}

// patience bounds the download of a release from one place.
const patience = 2 * time.Minute

// Source unpacks the release below dir and returns its directory. The tarball
// comes from the user's cache, where it is kept, or from Debian or upstream.
func (r Release) Source(dir string) (string, error) {
	tarball, err := r.fetch()
	if err != nil {
		return "", fmt.Errorf("get the source of musl %s: %w", r.Version, err)
	}
	top, err := archive.ExtractFile(tarball, dir, archive.Extraction{})
	return filepath.Join(dir, top), err
}

// fetch returns the tarball in the cache, downloading it where it is missing.
func (r Release) fetch() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	cache := fetch.Cache{Dir: filepath.Join(dir, "wildebeest")}
	var failed []error
	for _, url := range []string{
		"http://deb.debian.org/debian/pool/main/m/musl/musl_" + r.Version + ".orig.tar.gz",
		"https://musl.libc.org/releases/musl-" + r.Version + ".tar.gz",
	} {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		tarball, err := cache.Fetch(ctx, fetch.Wanted{SHA256: r.SHA256, Name: "musl-" + r.Version + ".tar.gz", URL: url}, nil)
		cancel()
		if err == nil {
			return tarball, nil
		}
		failed = append(failed, err)
	}
	return "", errors.Join(failed...)
}
