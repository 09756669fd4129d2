package srctree

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

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

// List walks the directory. Links are passed over.
func (d *dirSource) List(ctx context.Context) ([]string, []report.Note) {
	var l listing
	d.walk(ctx, &l, d.root, "", 0)
	return l.sorted()
}

// walk lists what lies below dir, the directory of the path prefix.
func (d *dirSource) walk(ctx context.Context, l *listing, dir *os.Root, prefix string, depth int) {
	within, err := entries(ctx, l, dir, prefix)
	if err != nil {
		l.note(prefix+".", "%v", err)
	}
	for _, e := range within {
		p := prefix + e.Name()
		if !e.IsDir() {
			if ok, why := l.fits(p); !ok {
				l.note(p, "%s", why)
			} else {
				l.add(p)
			}
			continue
		}
		if depth >= maxDepth {
			l.note(p, "left out: it lies below more than %d directories", maxDepth)
			continue
		}
		below, err := dir.OpenRoot(e.Name())
		if err != nil {
			l.note(p, "%v", err)
			continue
		}
		d.walk(ctx, l, below, p+"/", depth+1)
		below.Close()
	}
}

// batch is the number of a directory's entries that are held at a time.
const batch = 1000

// entries returns the directories and the files worth reading of a directory.
func entries(ctx context.Context, l *listing, dir *os.Root, prefix string) (out []fs.DirEntry, err error) {
	f, err := dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for ctx.Err() == nil {
		list, err := f.ReadDir(batch)
		for _, e := range list {
			if !l.entry() {
				return out, errTooMany
			}
			switch {
			case e.IsDir():
				if name := e.Name(); name != ".git" && name != ".pc" {
					out = append(out, e)
				}
			case e.Type().IsRegular() && Wanted(prefix+e.Name()):
				out = append(out, e)
			}
		}
		switch {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return out, err
		}
	}
	return out, ctx.Err()
}

var errTooMany = errors.New("read in part: the tree has too many entries")

// Size returns the size of a file.
func (d *dirSource) Size(p string) int64 {
	info, err := d.root.Lstat(p)
	if err != nil {
		return 0
	}
	return info.Size()
}

// Read returns the contents of a file. A link is followed within the tree.
func (d *dirSource) Read(p string) ([]byte, error) {
	f, err := regular.OpenIn(d.root, p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return regular.Contents(f, MaxFile)
}
