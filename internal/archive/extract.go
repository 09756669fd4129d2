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
	"path/filepath"
	"strings"
	"time"
)

// Bounds of one archive: a source tree has fewer files, and a bomb more.
const (
	maxEntries   = 1_000_000
	maxExtracted = 16 << 30 // bytes
)

// Extraction says what of an archive goes where.
type Extraction struct {
	// TopDir, when set, replaces the archive's first path component.
	TopDir string
	// Rewrite, when set, may change an entry's names, or drop it.
	Rewrite func(*tar.Header) (keep bool)
}

// A RefusedError is an archive entry that would have left the directory.
type RefusedError struct{ Archive, Entry, Why string }

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%s: entry %q %s; the archive is refused", e.Archive, e.Entry, e.Why)
}

// ExtractFile extracts a tar archive, compressed or not, into dir and returns
// its first path component, the directory that a recipe builds in. On an error
// the directory's contents are of no use.
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
	x := extractor{name: name, root: root, how: how, real: make(map[string]bool)}
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
	bounds bounds
	dirs   []tar.Header
	links  []symlink
	real   map[string]bool // directories that are no links
}

func (x *extractor) entries(archive *tar.Reader) error {
	for {
		header, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", x.name, err)
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

// bounds counts what was taken of one archive.
type bounds struct {
	entries int
	bytes   int64
}

// add counts an entry and says why it is too much, or "".
func (b *bounds) add(header *tar.Header) string {
	b.entries++
	b.bytes += header.Size
	switch {
	case b.entries > maxEntries:
		return fmt.Sprintf("is one of more than %d", maxEntries)
	case b.bytes > maxExtracted:
		return fmt.Sprintf("brings the contents over %d bytes", int64(maxExtracted))
	}
	return ""
}

func (x *extractor) refuse(header *tar.Header, why string) error {
	return &RefusedError{Archive: x.name, Entry: header.Name, Why: why}
}

func (x *extractor) entry(header *tar.Header, content io.Reader) error {
	if x.how.Rewrite != nil && !x.how.Rewrite(header) {
		return nil
	}
	clean := path.Clean(header.Name)
	if path.IsAbs(header.Name) {
		return x.refuse(header, "has an absolute name")
	}
	if clean == ".." || strings.HasPrefix(clean, "../") || strings.Contains(header.Name, "/../") {
		return x.refuse(header, "points out of the archive")
	}
	if clean == "." || header.Typeflag == tar.TypeXGlobalHeader {
		return nil
	}
	top, rest, _ := strings.Cut(clean, "/")
	if x.how.TopDir != "" {
		top = x.how.TopDir
		clean = path.Join(top, rest)
	}
	if x.top == "" {
		x.top = top
	}
	if why := x.bounds.add(header); why != "" {
		return x.refuse(header, why)
	}
	return x.write(clean, header, content)
}

func (x *extractor) write(name string, header *tar.Header, content io.Reader) error {
	if err := x.root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("%s: entry %q: %w", x.name, header.Name, err)
	}
	err := x.create(name, header, content)
	if err != nil {
		var refused *RefusedError
		if errors.As(err, &refused) {
			return err
		}
		return fmt.Errorf("%s: entry %q: %w", x.name, header.Name, err)
	}
	return nil
}

func (x *extractor) create(name string, header *tar.Header, content io.Reader) error {
	mode := fs.FileMode(header.Mode).Perm()
	switch header.Typeflag {
	case tar.TypeDir:
		x.dirs = append(x.dirs, tar.Header{Name: name, Mode: int64(mode | 0o700), ModTime: header.ModTime})
		return x.root.MkdirAll(name, mode|0o700)
	case tar.TypeSymlink:
		return x.symbolicLink(name, header)
	case tar.TypeLink:
		return x.hardLink(name, header)
	case tar.TypeReg:
		if err := x.makeWay(name, header); err != nil {
			return err
		}
		return x.regular(name, mode, header.ModTime, content)
	}
	return x.refuse(header, fmt.Sprintf("is neither a file, a directory nor a link (type %q)", header.Typeflag))
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
