// Package musl names the releases of musl and the machines that it runs on: the
// one place that does. It gets a release's source, installs its headers, and
// builds the whole libc for a machine.
package musl

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

//go:embed releases.tsv
var releasesTable string

// A Release is a release of musl, or a dated state of its repository.
type Release struct {
	Version string    // such as "1.2.5", or "git-2025-05-27"
	Date    time.Time // of the release, in UTC
	SHA256  string    // of upstream's tarball, in hexadecimal; "" where the source is not available
	Mirror  string    // URL of the same bytes elsewhere; "" is nowhere
}

// prefix begins a release's name where a C library is meant, as in --target.
const prefix = "musl-"

// upstream is the directory of the releases' tarballs.
const upstream = "https://musl.libc.org/releases/"

// String returns the release's name, such as "musl-1.2.5".
func (r Release) String() string { return prefix + r.Version }

// Numbered reports whether it is a release that upstream published, not a state
// of the repository.
func (r Release) Numbered() bool { return !strings.HasPrefix(r.Version, "git-") }

// Tarball is the file name of the release's source.
func (r Release) Tarball() string { return r.String() + ".tar.gz" }

// URLs are the places that have the release's source: the mirror, which is nearer
// to most, before upstream.
func (r Release) URLs() []string {
	switch {
	case r.SHA256 == "":
		return nil
	case r.Mirror == "":
		return []string{upstream + r.Tarball()}
	}
	return []string{r.Mirror, upstream + r.Tarball()}
}

// Releases returns the known releases, the oldest first.
func Releases() []Release { return slices.Clone(load()) }

// WithSource returns the releases whose source is available, the oldest first.
func WithSource() []Release {
	return slices.DeleteFunc(Releases(), func(r Release) bool { return r.SHA256 == "" })
}

// Newest returns the newest numbered release.
func Newest() Release {
	all := load()
	for i := len(all) - 1; ; i-- {
		if all[i].Numbered() {
			return all[i]
		}
	}
}

// stage3 is the version that recipes/musl builds, and that the tests compile
// against. A test of package recipes compares the two.
const stage3 = "1.2.3"

// Stage3 returns the release that stage3 and the tests' sysroot have.
func Stage3() Release {
	all := load()
	return all[slices.IndexFunc(all, func(r Release) bool { return r.Version == stage3 })]
}

// Parse returns the release of a name such as "musl-1.2.5" or "1.2.5"; "" and
// "musl" are the newest numbered one. Of another name, the error lists the known.
func Parse(name string) (Release, error) {
	if name == "" || name == "musl" {
		return Newest(), nil
	}
	all := load()
	i := slices.IndexFunc(all, func(r Release) bool { return r.Version == strings.TrimPrefix(name, prefix) })
	if i < 0 {
		return Release{}, fmt.Errorf("no release of musl is called %q: known are %s", name, strings.Join(names(all), ", "))
	}
	return all[i], nil
}

func names(releases []Release) []string {
	var list []string
	for _, r := range releases {
		list = append(list, r.String())
	}
	return list
}

// load parses the embedded table, which a test holds to be right.
var load = sync.OnceValue(func() []Release {
	releases, err := parse(releasesTable)
	if err != nil {
		panic(err)
	}
	return releases
})

func parse(table string) ([]Release, error) {
	var releases []Release
	err := tsv.Parse("releases.tsv", table, 4, func(f []string) error {
		date, err := time.Parse(time.DateOnly, f[1])
		if err != nil {
			return err
		}
		r := Release{Version: f[0], Date: date, SHA256: undash(f[2]), Mirror: undash(f[3])}
		if sum, err := hex.DecodeString(r.SHA256); err != nil || (len(sum) != 32 && r.SHA256 != "") {
			return fmt.Errorf("%q is no sha256", f[2])
		}
		if n := len(releases); n > 0 && !releases[n-1].Date.Before(date) {
			return fmt.Errorf("%s is not newer than %s before it", r, releases[n-1])
		}
		releases = append(releases, r)
		return nil
	})
	return releases, err
}

func undash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}
