// Package stage2 provides the tools that build stage3: compiler, linker, make,
// shell and what they need, all under /serpent, where chroots have them mounted
// read-only. They are a tree of the user's own, or one that is assembled from a
// distribution's packages and relocated to /serpent.
//
// A release of a distribution is one package list in releases/. A distribution
// is one PackageManager.
package stage2

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
)

// Prefix is where chroots have the tools.
const Prefix = "/serpent"

// lists are the package lists: releases/DISTRIBUTION-VERSION-CODENAME.txt.
//
//go:embed releases/*.txt
var lists embed.FS

// A Release is a release of a distribution with a package list.
type Release struct {
	Distribution string // "debian", as in os-release(5)
	Version      string // "12"
	Codename     string // "bookworm", the suite in the archive

	Compiler string // the version of clang that a tree has, such as "14"

	file, text string // the package list
	list       list   // as parsed
}

// String is the release's name, such as "debian-12".
func (r Release) String() string { return r.Distribution + "-" + r.Version }

// Compilers are the versions of clang that the release has packages of, its own first.
func (r Release) Compilers() []string {
	var versions []string
	for _, c := range r.list.compilers {
		versions = append(versions, c.version)
	}
	return versions
}

// WithCompiler is the release with another version of clang.
func (r Release) WithCompiler(version string) (Release, error) {
	if !slices.Contains(r.Compilers(), version) {
		return r, fmt.Errorf("%v has no clang %q here: known are %s", r, version, strings.Join(r.Compilers(), ", "))
	}
	r.Compiler = version
	return r, nil
}

// own tells whether the compiler is the one that the release's packages call clang.
func (r Release) own() bool { return r.Compiler == r.list.compilers[0].version }

// Releases returns the known releases, sorted by name.
func Releases() []Release { return slices.Clone(parsed()) }

// parsed has the package lists, which are read once.
var parsed = sync.OnceValue(func() []Release {
	files, err := fs.Glob(lists, "releases/*.txt")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	slices.Sort(files)
	var releases []Release
	for _, file := range files {
		text, err := fs.ReadFile(lists, file)
		if err != nil {
			panic(err) // embedded
		}
		name := strings.Split(strings.TrimSuffix(path.Base(file), ".txt"), "-")
		if len(name) != 3 {
			panic(file + ": a package list is named DISTRIBUTION-VERSION-CODENAME.txt")
		}
		list, err := parseList(file, string(text))
		if err != nil {
			panic(err) // embedded
		}
		releases = append(releases, Release{name[0], name[1], name[2], list.compilers[0].version, file, string(text), list})
	}
	return releases
})

// osRelease says what the machine runs (os-release(5)).
const osRelease = "/etc/os-release"

// ParseRelease returns the release with a name such as "debian-12". "debian"
// alone is the release that this machine runs. Of another name, the error lists
// the known.
func ParseRelease(name string) (Release, error) {
	if slices.ContainsFunc(Releases(), func(r Release) bool { return r.Distribution == name }) {
		return machineRelease(name, osRelease)
	}
	for _, r := range Releases() {
		if r.String() == name {
			return r, nil
		}
	}
	return Release{}, fmt.Errorf("no package list for %q: known are %s", name, known())
}

// machineRelease finds the release that file, an os-release, names.
func machineRelease(distribution, file string) (Release, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return Release{}, fmt.Errorf("find out this machine's release of %s: %w; name one of %s", distribution, err, known())
	}
	fields := make(map[string]string)
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		fields[name] = strings.Trim(value, `"'`)
	}
	for _, r := range Releases() {
		if r.Distribution == distribution && fields["ID"] == distribution && fields["VERSION_ID"] == r.Version {
			return r, nil
		}
	}
	return Release{}, fmt.Errorf("no package list for this machine's %s: name one of %s", fields["PRETTY_NAME"], known())
}

func known() string {
	var names []string
	for _, r := range Releases() {
		names = append(names, r.String())
	}
	return strings.Join(names, ", ")
}

// hash identifies the package list, the compiler and the way that trees are
// assembled, before any package is looked up.
func (r Release) hash() string {
	hash := sha256.Sum256([]byte(layout + "\n" + r.Compiler + "\n" + usualNames + r.text))
	return hex.EncodeToString(hash[:8])
}
