package draft

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// A Source is the archive of a package, in the cache.
type Source struct {
	Name, Version string
	Upstream      recipe.Upstream
}

// A Finder brings sources into the cache.
type Finder struct {
	Cache *fetch.Cache
	Apt   *source.Apt // nil on a machine without apt
}

// Forms says what may be named as a source.
const Forms = "a tarball, a directory, a .dsc, debian:NAME[@VERSION], or a URL, with #sha256=HASH behind it where the hash is known"

// Find brings into the cache what a user names, and returns what it is.
func (f *Finder) Find(ctx context.Context, named string) (Source, error) {
	switch {
	case strings.HasPrefix(named, "debian:"):
		return f.debian(ctx, strings.TrimPrefix(named, "debian:"))
	case strings.HasPrefix(named, "http://"), strings.HasPrefix(named, "https://"):
		return f.url(ctx, named)
	}
	file, err := filepath.Abs(named)
	if err != nil {
		return Source{}, err
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return Source{}, fmt.Errorf("source %s: there is no such file; name %s", named, Forms)
	case err != nil:
		return Source{}, err
	case info.IsDir():
		return f.directory(ctx, file)
	case filepath.Ext(file) == ".dsc":
		return f.described(ctx, file)
	}
	return f.tarball(ctx, file)
}

func (f *Finder) debian(ctx context.Context, wanted string) (Source, error) {
	name, version, _ := strings.Cut(wanted, "@")
	if f.Apt == nil {
		return Source{}, fmt.Errorf("debian:%s: this machine has no apt to ask Debian's archive with; name the tarball", wanted)
	}
	var hash string
	var err error
	if version == "" {
		version, hash, err = f.Apt.Newest(ctx, name)
	} else {
		hash, err = f.Apt.Orig(ctx, name, version)
	}
	if err != nil {
		return Source{}, err
	}
	return f.Fetch(ctx, Source{Name: name, Version: version, Upstream: recipe.Upstream{Location: "debian:" + name + "@" + version, SHA256: hash}})
}

// Fetch brings a source that is known by its hash into the cache.
func (f *Finder) Fetch(ctx context.Context, s Source) (Source, error) {
	_, err := f.Cache.Fetch(ctx, s.Upstream.Wanted(), nil)
	return s, err
}

func (f *Finder) url(ctx context.Context, named string) (Source, error) {
	location, hash, known := strings.Cut(named, "#sha256=")
	parsed, err := url.Parse(location)
	if err != nil {
		return Source{}, err
	}
	s, err := fromFileName(path.Base(parsed.Path))
	if err != nil {
		return Source{}, fmt.Errorf("source %s: %w", fetch.Redacted(location), err)
	}
	s.Upstream = recipe.Upstream{Location: location, SHA256: hash}
	if known {
		return f.Fetch(ctx, s)
	}
	s.Upstream.SHA256, err = f.Cache.FetchNew(ctx, location, s.Upstream.FileName())
	return s, err
}

func (f *Finder) tarball(ctx context.Context, file string) (Source, error) {
	s, err := fromFileName(filepath.Base(file))
	if err != nil {
		return Source{}, fmt.Errorf("source %s: %w", file, err)
	}
	s.Upstream.Location = fetch.FileScheme + file
	s.Upstream.SHA256, err = f.Cache.FetchNew(ctx, s.Upstream.Location, s.Upstream.FileName())
	return s, err
}

var (
	suffix = regexp.MustCompile(`(\.orig)?\.(tar(\.[a-z0-9]+)?|tgz|tbz2?|txz)$`)
	// As Debian writes it, with an underscore, and as upstreams do, whose names may have
	// numbers.
	ofDebian   = regexp.MustCompile(`^([^_]*)_([0-9][A-Za-z0-9.+~-]*)$`)
	ofUpstream = regexp.MustCompile(`^(.*)[-_]v?([0-9][A-Za-z0-9.+~]*(?:[-_](?:rc|beta|alpha|pre)[0-9.]*)?)$`)
	bad        = regexp.MustCompile(`[^a-z0-9+._-]`)
)

// fromFileName tells name and version by a file name, NAME-VERSION.tar.xz.
func fromFileName(file string) (Source, error) {
	stem := suffix.ReplaceAllString(file, "")
	if stem == file {
		return Source{}, fmt.Errorf("%s is no tar archive by its name; name %s", file, Forms)
	}
	return fromStem(stem)
}

// fromStem tells name and version by NAME-VERSION; without a version it is 0.
func fromStem(stem string) (Source, error) {
	name, version := stem, "0"
	for _, form := range []*regexp.Regexp{ofDebian, ofUpstream} {
		if m := form.FindStringSubmatch(stem); m != nil {
			name, version = m[1], m[2]
			break
		}
	}
	name = strings.Trim(bad.ReplaceAllString(strings.ToLower(name), "-"), "-._+")
	if name == "" {
		return Source{}, fmt.Errorf("%s has no name of a package before its version; rename it to NAME-VERSION", stem)
	}
	return Source{Name: name, Version: version}, nil
}
