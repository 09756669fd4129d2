// Package archive extracts tar archives, compressed or not, whose contents are
// not trusted: no entry is written outside the directory, no link leads out of
// it, and the contents of one archive are bounded.
package archive

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"time"
)

// Extraction says what of an archive goes where.
type Extraction struct {
	// TopDir, when set, replaces the archive's first path component. What is no
	// directory and has no other component goes into it.
	TopDir string
	// Rewrite, when set, may change an entry's names, or drop it.
	Rewrite func(*tar.Header) (keep bool)
	// Merge follows links of what is there already, where they stay inside, as
	// packages of a distribution do that share a tree. Without it nothing is
	// unpacked through a link: an archive of one tree has no such entries.
	Merge bool
}

// A RefusedError is an archive entry that would have left the directory, or is
// none of a source tree.
type RefusedError struct{ Archive, Entry, Why string }

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%s: entry %s %s; the archive is refused: take another one, from a place that you trust", e.Archive, shortened(e.Entry), e.Why)
}

// ExtractFile extracts a tar archive, compressed or not, into dir and returns
// its first path component, the directory that a recipe builds in: a name that a
// shell takes for one plain word, as any other is replaced by "source". On an
// error the directory's contents are of no use.
func ExtractFile(archive, dir string, how Extraction) (top string, err error) {
	file, err := os.Open(archive)
	if err != nil {
		return "", err
	}
	defer file.Close()
	plain, end, err := open(file)
	if err != nil {
		return "", fmt.Errorf("%s: %w", archive, err)
	}
	top, err = Extract(archive, plain, dir, how)
	if ended := end(err != nil); err == nil && ended != nil {
		return "", fmt.Errorf("%s: %w", archive, ended)
	}
	return top, err
}

// Extract is ExtractFile for a plain tar stream; name is for messages.
func Extract(name string, plain io.Reader, dir string, how Extraction) (top string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	x := extractor{name: name, root: root, how: how, bounds: boundsOf(plain), real: make(map[string]bool), made: make(map[string]bool)}
	err = x.entries(tar.NewReader(plain))
	// Of a refused archive too: no link that leads out is left behind.
	if refused := x.checkLinks(); err == nil {
		err = refused
	}
	if err == nil {
		err = x.finishDirs()
	}
	if err == nil && x.bounds.entries == 0 {
		err = fmt.Errorf("%s: holds nothing to extract", name)
	}
	if err != nil {
		return "", err
	}
	return x.top, nil
}

type extractor struct {
	name   string
	root   *os.Root
	how    Extraction
	top    string
	odd    string // the first path component that top replaces, as it is no plain word
	bounds bounds
	dirs   []tar.Header
	links  []symlink
	made   map[string]bool // names of the links
	real   map[string]bool // directories that are no links
}

func (x *extractor) entries(archive *tar.Reader) error {
	for {
		header, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return x.broken(err)
		}
		if err := x.entry(header, archive); err != nil {
			return err
		}
	}
}

// finishDirs gives directories their modes and times, last, as writing into them
// would change their times again.
func (x *extractor) finishDirs() error {
	for i := len(x.dirs) - 1; i >= 0; i-- {
		d := x.dirs[i]
		if err := x.root.Chmod(d.Name, fs.FileMode(d.Mode).Perm()); err != nil {
			return fmt.Errorf("%s: %w", x.name, err)
		}
		if err := x.root.Chtimes(d.Name, d.ModTime, d.ModTime); err != nil {
			return fmt.Errorf("%s: %w", x.name, err)
		}
	}
	return nil
}

func (x *extractor) refuse(header *tar.Header, why string) error {
	return &RefusedError{Archive: x.name, Entry: header.Name, Why: why}
}

func (x *extractor) entry(header *tar.Header, content io.Reader) error {
	if x.how.Rewrite != nil && !x.how.Rewrite(header) {
		return nil
	}
	clean, why := x.place(header)
	if why != "" {
		return x.refuse(header, why)
	}
	if clean == "." {
		return nil
	}
	if why := x.bounds.add(header); why != "" {
		return x.refuse(header, why)
	}
	return x.write(clean, header, content)
}

func (x *extractor) write(name string, header *tar.Header, content io.Reader) error {
	err := x.create(name, header, content)
	if err != nil {
		var refused *RefusedError
		if errors.As(err, &refused) {
			return err
		}
		return fmt.Errorf("%s: entry %s: %w", x.name, shortened(header.Name), err)
	}
	return nil
}

func (x *extractor) create(name string, header *tar.Header, content io.Reader) error {
	if err := x.realParent(name, header); err != nil {
		return err
	}
	if err := x.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(header.Mode).Perm()
	switch header.Typeflag {
	case tar.TypeDir:
		return x.directory(name, mode|0o700, header)
	case tar.TypeSymlink:
		return x.symbolicLink(name, header)
	case tar.TypeLink:
		return x.hardLink(name, header)
	case tar.TypeReg, tar.TypeGNUSparse:
		if err := x.makeWay(name, header); err != nil {
			return err
		}
		return x.regular(name, mode, header.ModTime, content)
	}
	return x.refuse(header, fmt.Sprintf("is neither a file, a directory nor a link (type %q)", header.Typeflag))
}

// directory makes a directory. One that is there stays, and so does, for Merge, a
// link to one.
func (x *extractor) directory(name string, mode fs.FileMode, header *tar.Header) error {
	if info, err := x.root.Lstat(name); err == nil && !info.IsDir() && !x.how.Merge {
		if err := x.makeWay(name, header); err != nil {
			return err
		}
	}
	x.dirs = append(x.dirs, tar.Header{Name: name, Mode: int64(mode), ModTime: header.ModTime})
	return x.root.MkdirAll(name, mode)
}

func (x *extractor) regular(name string, mode fs.FileMode, modified time.Time, content io.Reader) error {
	file, err := x.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	if err == nil {
		err = file.Chmod(mode | 0o600)
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return x.root.Chtimes(name, modified, modified)
}
