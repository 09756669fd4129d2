package main

import (
	"context"
	"debug/elf"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// installed is a release whose headers and library were read.
type installed struct {
	musl.Release
	headers string // the directory
	shows   *exposure
	exports map[string]bool
}

// readReleases installs the headers of every release of musl whose source is available
// below the state directory, and reads them and the symbols of its library. The oldest
// is first. exported has the symbols that are known by the source's sha256: of such a
// release no library is built.
func readReleases(ctx context.Context, state string, m musl.Machine, exported map[string]map[string]bool) ([]installed, error) {
	cache := &fetch.Cache{Dir: filepath.Join(state, "sources")}
	var list []installed
	for _, r := range musl.WithSource() {
		one, err := readRelease(ctx, cache, filepath.Join(state, "derive", r.SHA256), r, m, exported[r.SHA256])
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", r, err)
		}
		list = append(list, one)
	}
	return list, nil
}

func readRelease(ctx context.Context, cache *fetch.Cache, dir string, r musl.Release, m musl.Machine, exported map[string]bool) (installed, error) {
	one := installed{Release: r, headers: filepath.Join(dir, "headers", "include")}
	if err := r.InstallHeaders(ctx, cache, m, filepath.Dir(one.headers)); err != nil {
		return one, err
	}
	headers, err := muslHeaders(one.headers)
	if err != nil {
		return one, err
	}
	if one.shows, err = expose(headers); err != nil {
		return one, err
	}
	if one.exports = exported; exported != nil {
		return one, nil
	}
	library := filepath.Join(dir, "library")
	if err := r.BuildLibrary(ctx, cache, m, library); err != nil {
		return one, err
	}
	one.exports, err = exports(filepath.Join(library, "lib", "libc.so"))
	return one, err
}

// exports lists the symbols that a shared library defines for others.
func exports(file string) (map[string]bool, error) {
	library, err := elf.Open(file)
	if err != nil {
		return nil, err
	}
	defer library.Close()
	symbols, err := library.DynamicSymbols()
	if err != nil {
		return nil, fmt.Errorf("read the symbols of %s: %w", file, err)
	}
	names := map[string]bool{}
	for _, s := range symbols {
		if s.Section != elf.SHN_UNDEF {
			names[s.Name] = true
		}
	}
	return names, nil
}

// releaseRows lists the releases of the tables, with the numbers of their names.
func releaseRows(names []tables.MuslName, versions []string) ([]tables.Release, error) {
	count := make([][3]int, len(versions)) // headers, names, exports
	for _, n := range names {
		declared, err := tables.ParseSpan(n.Declared, versions)
		if err != nil {
			return nil, err
		}
		exported, err := tables.ParseSpan(n.Exported, versions)
		if err != nil {
			return nil, err
		}
		for i := range versions {
			switch {
			case declared[i] && n.Kind == headerKind:
				count[i][0]++
			case declared[i]:
				count[i][1]++
			}
			if exported[i] {
				count[i][2]++
			}
		}
	}
	var rows []tables.Release
	for i, r := range musl.Releases() {
		rows = append(rows, tables.Release{Version: r.Version, SHA256: r.SHA256,
			Headers: strconv.Itoa(count[i][0]), Names: strconv.Itoa(count[i][1]), Exports: strconv.Itoa(count[i][2])})
	}
	return rows, nil
}
