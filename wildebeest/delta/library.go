package delta

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// A library's releases, the oldest first, by version.
type library struct {
	owner, prefix string
	versions      []string
	read          map[string]bool
}

// Releases finds two releases of one library by their names, and their places among
// the library's releases.
func Releases(from, to string) (lib *library, a, b int, err error) {
	lib, err = libraryOf(from)
	if err != nil {
		return nil, 0, 0, err
	}
	if !strings.HasPrefix(to, lib.prefix) {
		return nil, 0, 0, fmt.Errorf("%s and %s are not releases of one library", from, to)
	}
	if a, err = lib.place(from); err != nil {
		return nil, 0, 0, err
	}
	if b, err = lib.place(to); err != nil {
		return nil, 0, 0, err
	}
	if a >= b {
		return nil, 0, 0, fmt.Errorf("%s is not older than %s: name the older release first", from, to)
	}
	return lib, a, b, nil
}

func libraryOf(name string) (*library, error) {
	lib := &library{read: map[string]bool{}}
	switch {
	case strings.HasPrefix(name, "musl-"):
		lib.owner, lib.prefix = tables.Musl, "musl-"
		for _, r := range musl.Releases() {
			lib.versions = append(lib.versions, r.Version)
			lib.read[r.Version] = r.SHA256 != ""
		}
	case strings.HasPrefix(name, "glibc-"):
		lib.owner, lib.prefix = tables.Glibc, "glibc-"
		for _, g := range gnuism.Glibcs() {
			version := strings.TrimPrefix(g.String(), lib.prefix)
			lib.versions = append(lib.versions, version)
			lib.read[version] = true
		}
	default:
		return nil, fmt.Errorf("no library has a release called %q: name one such as musl-1.2.5 or glibc-2.41", name)
	}
	return lib, nil
}

// place returns a release's place among the library's.
func (l *library) place(name string) (int, error) {
	at := slices.Index(l.versions, strings.TrimPrefix(name, l.prefix))
	if at < 0 {
		return 0, fmt.Errorf("no release is called %q: known are %s%s", name, l.prefix, strings.Join(l.versions, ", "+l.prefix))
	}
	return at, nil
}

// between reports whether a release is newer than the one at a and not newer than the
// one at b.
func (l *library) between(version string, a, b int) bool {
	if at := slices.Index(l.versions, version); at >= 0 {
		return a < at && at <= b
	}
	return gnuism.CompareVersions(version, l.versions[a]) > 0 && gnuism.CompareVersions(version, l.versions[b]) <= 0
}
