package main

import (
	"cmp"
	"context"
	"debug/elf"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// glibc is what its releases have.
type glibc struct {
	releases []tables.GlibcRelease
	shows    []*exposure       // by release
	all      *exposure         // of all releases together; in modes besides _GNU_SOURCE, of the newest
	symbols  map[string]string // function or variable → version that brought it
	own      []map[string]bool // by release: words of the headers that are glibc's own
	news     map[string]string // word → oldest release whose notes have it
	system   []string          // the newest release's directories of headers
}

// readGlibc reads every release of tables/glibc.tsv. kernels has the directories of
// the kernel's headers by release.
func readGlibc(ctx context.Context, state, dir string, on musl.Machine, kernels map[string][]string) (*glibc, error) {
	g := &glibc{all: newExposure(), symbols: map[string]string{}}
	var err error
	if g.releases, err = tables.GlibcReleases.ReadFile(dir); err != nil {
		return nil, err
	}
	for i, r := range g.releases {
		var modes []gnuism.Mode // the newest release's count: each costs a reading of all headers
		if i == len(g.releases)-1 {
			modes = gnuism.AllModes
		}
		if err := g.read(ctx, state, on, r, kernels[r.Linux], modes); err != nil {
			return nil, fmt.Errorf("read glibc %s: %w", r.Version, err)
		}
	}
	return g, nil
}

func (g *glibc) read(ctx context.Context, state string, on musl.Machine, r tables.GlibcRelease, kernel []string, modes []gnuism.Mode) error {
	if len(kernel) == 0 {
		return fmt.Errorf("linux.tsv has no release %q", r.Linux)
	}
	file := func(name string) string {
		return fmt.Sprintf("main/g/glibc/%s_%s_%s.deb", name, r.Package, on.Debian)
	}
	development, err := deb{"libc6-dev", file("libc6-dev"), r.Headers}.unpack(ctx, state)
	if err != nil {
		return err
	}
	library, err := deb{"libc6", file("libc6"), r.Library}.unpack(ctx, state)
	if err != nil {
		return err
	}
	words, err := headerWords(includeDirs(on, development))
	if err != nil {
		return err
	}
	g.own = append(g.own, words)
	t, err := glibcHeaders(on, development, kernel, modes)
	if err != nil {
		return err
	}
	shows, err := expose(t)
	if err != nil {
		return err
	}
	g.shows, g.system = append(g.shows, shows), t.system
	g.all.add(shows)
	if err := g.readSymbols(on, library); err != nil {
		return err
	}
	g.news, err = readNews(filepath.Join(library, "usr/share/doc/libc6/NEWS.gz"))
	return err
}

// glibcHeaders lists what libc6-dev has below dir, without its private parts.
func glibcHeaders(on musl.Machine, dir string, kernel []string, modes []gnuism.Mode) (tree, error) {
	own, err := cparse.CompilerHeaders()
	if err != nil {
		return tree{}, err
	}
	dirs := includeDirs(on, dir)
	headers, err := listHeaders(dirs, func(h string) bool {
		return !strings.HasPrefix(h, "bits/") && !strings.HasPrefix(h, "finclude/") &&
			!strings.HasPrefix(h, "gnu/stubs") && !strings.HasPrefix(h, "sys/platform/")
	})
	return tree{name: "glibc", headers: headers, modes: modes, system: slices.Concat([]string{own}, dirs, kernel)}, err
}

// readSymbols notes with which version each symbol of the library came.
func (g *glibc) readSymbols(on musl.Machine, dir string) error {
	for _, name := range []string{"libc.so.6", "libm.so.6"} {
		file, err := findFile(filepath.Join(dir, "usr/lib", on.GNU, name), filepath.Join(dir, "lib", on.GNU, name))
		if err != nil {
			return err
		}
		if err := symbolVersions(file, g.symbols); err != nil {
			return err
		}
	}
	return nil
}

// symbolVersions adds the versions of a library's symbols to those known: the oldest
// counts.
func symbolVersions(file string, known map[string]string) error {
	f, err := elf.Open(file)
	if err != nil {
		return fmt.Errorf("read symbol versions: %w", err)
	}
	defer f.Close()
	symbols, err := f.DynamicSymbols()
	if err != nil {
		return fmt.Errorf("read symbol versions of %s: %w", file, err)
	}
	for _, s := range symbols {
		v, ok := strings.CutPrefix(s.Version, "GLIBC_")
		if !ok || s.Section == elf.SHN_UNDEF {
			continue
		}
		if old, ok := known[s.Name]; !ok || gnuism.CompareVersions(v, old) < 0 {
			known[s.Name] = v
		}
	}
	return nil
}

// first returns the place of the oldest release that shows a name, or -1.
func (g *glibc) first(name string) int {
	return slices.IndexFunc(g.shows, func(e *exposure) bool { return len(e.gnu[name]) > 0 })
}

// version says which release of glibc brought a name: of a function the one that its
// symbol names; of others the one of the functions in the same new header, or the
// one whose release notes are the first with the word; else the releases between
// those read, as "2.37..2.41". Of a name that the oldest release read has already and
// that is no symbol, and of one that is the kernel's, it is "".
func (g *glibc) version(name string) string {
	at := g.first(name)
	if v := g.symbols[plainName(name)]; v != "" && (g.all.kind[name] == "function" || g.all.kind[name] == "var") {
		return v
	}
	if at <= 0 {
		return ""
	}
	from, to := next(g.releases[at-1].Version), g.releases[at].Version
	if !g.own[at][plainName(name)] {
		return "" // the kernel's header has it, which glibc's includes
	}
	within := func(v string) bool {
		return v != "" && gnuism.CompareVersions(from, v) <= 0 && gnuism.CompareVersions(v, to) <= 0
	}
	if v := g.headerVersion(name, at); within(v) {
		return v
	}
	if v := g.news[plainName(name)]; within(v) {
		return v
	}
	if from == to {
		return to
	}
	return from + ".." + to
}

// headerVersion is the version of the oldest function that a new header declares, for
// a name that no header shows which the release before had.
func (g *glibc) headerVersion(name string, at int) string {
	headers := g.shows[at].gnu[name]
	for h := range headers {
		if g.shows[at-1].headers[h] {
			return ""
		}
	}
	oldest := ""
	for _, other := range slices.Sorted(maps.Keys(g.shows[at].gnu)) {
		v := g.symbols[other]
		if v == "" || g.first(other) != at || !meets(g.shows[at].gnu[other], headers) {
			continue
		}
		if oldest == "" || gnuism.CompareVersions(v, oldest) < 0 {
			oldest = v
		}
	}
	return oldest
}

func meets(a, b map[string]bool) bool {
	for x := range a {
		if b[x] {
			return true
		}
	}
	return false
}

// next is the release after another, as glibc counts.
func next(version string) string {
	var major, minor int
	fmt.Sscanf(version, "%d.%d", &major, &minor)
	return fmt.Sprintf("%d.%d", major, minor+1)
}

// inputs says what was read.
func (g *glibc) inputs() string {
	var packages []string
	for _, r := range g.releases {
		packages = append(packages, r.Package)
	}
	return "libc6 and libc6-dev " + cmp.Or(strings.Join(packages, ", "), "none")
}
