package gnuism

import (
	"fmt"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// A Glibc is a release of glibc whose headers and libraries the database was derived
// from.
type Glibc struct{ Major, Minor int64 }

// String returns the release's name, such as "glibc-2.41".
func (g Glibc) String() string { return fmt.Sprintf("%s%d.%d", glibcPrefix, g.Major, g.Minor) }

const glibcPrefix = "glibc-"

// Glibcs returns the releases of glibc that the database was derived from, the oldest
// first.
func Glibcs() []Glibc { return glibcs() }

var glibcs = sync.OnceValue(func() []Glibc {
	var list []Glibc
	err := tables.GlibcReleases.Load(func(row *tables.GlibcRelease) error {
		g, err := parseGlibc(row.Version)
		list = append(list, g)
		return err
	})
	if err != nil {
		panic(err) // a test holds the embedded table to be right
	}
	return list
})

func parseGlibc(version string) (Glibc, error) {
	var g Glibc
	if n, err := fmt.Sscanf(version, "%d.%d", &g.Major, &g.Minor); n != 2 || err != nil {
		return g, fmt.Errorf("%q is no release of glibc", version)
	}
	return g, nil
}

// NewestGlibc returns the newest release of glibc that the database knows.
func NewestGlibc() Glibc {
	all := glibcs()
	return all[len(all)-1]
}

// ParseGlibc returns the release of a name such as "glibc-2.41"; "glibc" is the newest.
// Of another name, the error lists the known.
func ParseGlibc(name string) (Glibc, error) {
	if name == "glibc" {
		return NewestGlibc(), nil
	}
	var known []string
	for _, g := range glibcs() {
		if g.String() == name {
			return g, nil
		}
		known = append(known, g.String())
	}
	return Glibc{}, fmt.Errorf("no release of glibc is called %q: known are %s", name, strings.Join(known, ", "))
}
