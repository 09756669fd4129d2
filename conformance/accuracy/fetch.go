package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/tsv"
)

// pkg is a row of compilers.tsv or evidence.tsv.
type pkg struct {
	name, version, file, sha256 string
	build                       string // shell commands, run in the tree; empty for evidence
}

// packages reads a table and keeps the named rows, or all.
func (w *workspace) packages(table string, names []string) ([]pkg, error) {
	var out []pkg
	err := tsv.ReadFile(filepath.Join(w.here, table), tsv.Any, func(c []string) error {
		if len(c) < 4 || len(c) > 5 {
			return errors.New("want name, version, file, sha256 and perhaps options")
		}
		if len(names) == 0 || slices.Contains(names, c[0]) {
			out = append(out, pkg{c[0], c[1], c[2], c[3], append(c, "")[4]})
		}
		return nil
	})
	return out, err
}

// tree fetches and extracts a package, once, and returns its directory.
func (w *workspace) tree(ctx context.Context, p pkg) (string, error) {
	dir := filepath.Join(w.state, "trees", p.name)
	done := filepath.Join(dir, ".extracted")
	if top, err := os.ReadFile(done); err == nil {
		return topDir(dir, string(top)), nil
	}
	tarball, err := w.cache.Fetch(ctx, fetch.Wanted{SHA256: p.sha256, Name: p.file, Debian: p.name + "@" + p.version}, nil)
	if err != nil {
		return "", err
	}
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	top, err := archive.ExtractFile(tarball, dir, archive.Extraction{})
	if err != nil {
		return "", err
	}
	return topDir(dir, top), os.WriteFile(done, []byte(top), 0o666)
}

// topDir is the directory that an archive unpacks to; a few have none.
func topDir(dir, top string) string {
	if info, err := os.Stat(filepath.Join(dir, top)); err == nil && info.IsDir() {
		return filepath.Join(dir, top)
	}
	return dir
}
