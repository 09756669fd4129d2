// Package srctree reads the files of a source tree: a directory, an archive, a
// Debian source description or a single file. It writes nothing.
package srctree

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// Source is a tree of files to scan. Paths are relative, with slashes.
type Source interface {
	Name() string
	List() ([]string, []report.Note) // the files worth reading, sorted
	Read(path string) ([]byte, error)
	Close() error
}

// maxFile is the size of the largest file that is read, in bytes: sources
// written by people, and most written by programs, are far below it.
const maxFile = 64 << 20

// dirSource is a directory. It never follows a link out of it.
type dirSource struct {
	path string
	root *os.Root
}

func openDir(dir string) (*dirSource, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &dirSource{dir, root}, nil
}

func (d *dirSource) Name() string { return d.path }
func (d *dirSource) Close() error { return d.root.Close() }

func (d *dirSource) List() ([]string, []report.Note) {
	var paths []string
	var notes []report.Note
	_ = fs.WalkDir(d.root.FS(), ".", func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			notes = append(notes, report.Note{File: p, Text: err.Error()})
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
			if name := e.Name(); name == ".git" || name == ".pc" {
				return fs.SkipDir
			}
		case e.Type().IsRegular() && Wanted(p):
			paths = append(paths, p)
		}
		return nil
	})
	slices.Sort(paths)
	return paths, notes
}

var ErrTooBig = errors.New("too big to read")

func (d *dirSource) Read(p string) ([]byte, error) {
	f, err := d.root.Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("read %s: not a regular file", p)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("read %s: %d bytes: %w", p, info.Size(), ErrTooBig)
	}
	text := make([]byte, info.Size())
	n, err := io.ReadFull(f, text)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		err = nil
	}
	return text[:n], err
}
