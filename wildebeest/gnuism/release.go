package gnuism

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// Release is a release of musl: its place in musl.Releases, in order of time. The
// first stands for all before it as well.
type Release int

// Never is after every release, Always too: a name since Never is in none, a
// name until Always is still there.
const (
	Never  Release = 1000
	Always Release = 999
)

var releases = sync.OnceValue(musl.Releases)

// Newest returns the newest numbered release known.
func Newest() Release { return place(musl.Newest().Version) }

// place returns a release's place, or -1.
func place(version string) Release {
	return Release(slices.IndexFunc(releases(), func(r musl.Release) bool { return r.Version == version }))
}

// ParseTarget reads a target such as "musl-1.2.3". The empty string is Newest. A
// release whose names the tables do not have is an error.
func ParseTarget(s string) (Release, error) {
	rows, err := covered()
	if err != nil {
		return 0, err
	}
	r, err := musl.Parse(s)
	if err != nil {
		return 0, fmt.Errorf("unknown target %q: known are %s", s, targets(rows))
	}
	if err := requireColumn(r, rows); err != nil {
		return 0, err
	}
	return place(r.Version), nil
}

// requireColumn returns an error where the tables do not have a release.
func requireColumn(r musl.Release, rows []tables.Release) error {
	if slices.ContainsFunc(rows, func(row tables.Release) bool { return row.Version == r.Version }) {
		return nil
	}
	return fmt.Errorf("no names of %s are in the tables, which know %s: run \"make generate\" to derive them", r, targets(rows))
}

func targets(rows []tables.Release) string {
	var names []string
	for _, row := range rows {
		names = append(names, musl.Release{Version: row.Version}.String())
	}
	return strings.Join(names, ", ")
}

// covered returns the releases that the tables were derived for.
var covered = sync.OnceValues(func() ([]tables.Release, error) {
	var rows []tables.Release
	err := tables.Releases.Load(func(row *tables.Release) error {
		rows = append(rows, *row)
		return nil
	})
	return rows, err
})

// String returns the target's name, such as "musl-1.2.3".
func (r Release) String() string {
	if r < 0 || int(r) >= len(releases()) {
		return "never"
	}
	return releases()[r].String()
}

// parseSpan reads the first and the last release of a row: "" is Never and Always.
func parseSpan(since, last string) (Release, Release, error) {
	from, to := Never, Always
	if since != "" {
		from = place(since)
	}
	if last != "" {
		to = place(last)
	}
	if from < 0 || to < 0 {
		return from, to, fmt.Errorf("musl/releases.tsv has no %q or no %q: run \"make generate\"", since, last)
	}
	return from, to, nil
}

// parseReleases reads a span of releases. known keeps what was read: spans repeat.
func parseReleases(text string, known map[string]Releases) (Releases, error) {
	if set, ok := known[text]; ok {
		return set, nil
	}
	rows, err := covered()
	if err != nil {
		return 0, err
	}
	var versions []string
	for _, row := range rows {
		versions = append(versions, row.Version)
	}
	span, err := tables.ParseSpan(text, versions)
	if err != nil {
		return 0, err
	}
	var set Releases
	for i, in := range span {
		if in {
			set |= 1 << place(versions[i])
		}
	}
	known[text] = set
	return set, nil
}

// CompareVersions compares versions of up to three numbers, such as 2.41 and 1.2.6,
// as package cmp does.
func CompareVersions(a, b string) int {
	var x, y [3]int
	fmt.Sscanf(a, "%d.%d.%d", &x[0], &x[1], &x[2])
	fmt.Sscanf(b, "%d.%d.%d", &y[0], &y[1], &y[2])
	return slices.Compare(x[:], y[:])
}
