package scan

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// source is a tree of files to scan. Paths are relative, with slashes.
type source interface {
	name() string
	list() ([]string, []report.Note) // the files worth reading, sorted
	read(path string) ([]byte, error)
	close() error
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

func (d *dirSource) name() string { return d.path }
func (d *dirSource) close() error { return d.root.Close() }

func (d *dirSource) list() ([]string, []report.Note) {
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
		case e.Type().IsRegular() && wanted(p):
			paths = append(paths, p)
		}
		return nil
	})
	slices.Sort(paths)
	return paths, notes
}

var errTooBig = errors.New("too big to read")

func (d *dirSource) read(p string) ([]byte, error) {
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
		return nil, fmt.Errorf("read %s: %d bytes: %w", p, info.Size(), errTooBig)
	}
	text := make([]byte, info.Size())
	n, err := io.ReadFull(f, text)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		err = nil
	}
	return text[:n], err
}
