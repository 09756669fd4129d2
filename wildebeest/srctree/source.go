// Package srctree reads the files of a source tree: a directory, an archive, a
// Debian source description or a single file. It writes nothing.
//
// A tree is not trusted. Only regular files are opened, none outside of the
// tree, and all that is taken of a tree is bounded; what is left out becomes a
// note.
package srctree

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// Source is a tree of files to scan. Paths are relative, with slashes.
type Source interface {
	Name() string
	List(context.Context) ([]string, []report.Note) // the files worth reading, sorted
	Read(path string) ([]byte, error)
	Size(path string) int64 // in bytes, or 0 where it can't be told
	Close() error
}

// Open opens what a user names: a directory, an archive, a Debian source
// description, or a single C file. An archive is read here, until ctx ends.
func Open(ctx context.Context, name string) (Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return openDir(name)
	case strings.HasSuffix(name, ".dsc"):
		return openDsc(ctx, name)
	case Wanted(name):
		text, err := regular.Read(name, MaxFile)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		return &Memory{Path: name, Files: map[string][]byte{filepath.Base(name): text}}, nil
	}
	m := &Memory{Path: name}
	return m, m.addArchive(ctx, name)
}
