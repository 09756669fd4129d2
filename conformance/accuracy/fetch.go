package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// pkg is a row of compilers.tsv or evidence.tsv.
type pkg struct {
	name, version, file, sha256 string
	build                       string // shell commands, run in the tree; empty for evidence
}

// packages reads a table and keeps the named rows, or all.
func (l *lab) packages(table string, names []string) ([]pkg, error) {
	f, err := os.Open(filepath.Join(l.here, table))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []pkg
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		c := append(strings.Split(line, "\t"), "")
		if len(c) < 5 {
			return nil, fmt.Errorf("%s: want 4 or 5 fields: %q", table, line)
		}
		if len(names) == 0 || slices.Contains(names, c[0]) {
			out = append(out, pkg{c[0], c[1], c[2], c[3], c[4]})
		}
	}
	return out, lines.Err()
}

// tree fetches and extracts a package, once, and returns its directory.
func (l *lab) tree(ctx context.Context, p pkg) (string, error) {
	dir := filepath.Join(l.state, "trees", p.name)
	done := filepath.Join(dir, ".extracted")
	if top, err := os.ReadFile(done); err == nil {
		return topDir(dir, string(top)), nil
	}
	tarball, err := l.cache.Fetch(ctx, fetch.Wanted{SHA256: p.sha256, Name: p.file, Debian: p.name + "@" + p.version}, nil)
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
