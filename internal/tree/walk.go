// Package tree reads and writes directory trees that come from outside: out of a
// build, an archive, a user's hands. Every name is opened from the directory that
// it is in, so no link is followed, and paths of any length are no trouble.
package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// MaxPath is the longest path of a file that a program can name, in bytes:
// PATH_MAX of limits.h without the final 0.
const MaxPath = 4095

// SkipDir, returned for a directory, leaves out what is below it.
var SkipDir = fs.SkipDir

// maxOpen is how many directories of a walk are open at once. Those further up
// are opened again when their turn comes.
const maxOpen = 64

// An Entry is a file, directory or link of a tree. Its methods work during the
// call that it was given to.
type Entry struct {
	Name string // from the tree's directory on, as /usr/bin/x; "" is the directory itself
	Stat unix.Stat_t

	dir  int    // descriptor of the directory that it is in
	base string // its name there
}

// Walk calls visit for dir and for everything below it, a directory before what is
// in it, names in the order of their bytes. No link is followed, not even dir. A
// tree with paths longer than MaxPath is an error.
func Walk(dir string, visit func(*Entry) error) error {
	top, err := openTop(dir)
	if err != nil {
		return err
	}
	defer unix.Close(top)
	w := &walker{top: top, visit: visit}
	e := &Entry{dir: top, base: "."}
	if err := unix.Fstat(top, &e.Stat); err != nil {
		return &fs.PathError{Op: "stat", Path: dir, Err: err}
	}
	if err := visit(e); err != nil {
		if err == SkipDir {
			return nil
		}
		return err
	}
	fd, err := unix.Openat(top, ".", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return &fs.PathError{Op: "open", Path: dir, Err: err}
	}
	return w.directory(fd, "", 0)
}

func openTop(dir string) (int, error) {
	fd, err := unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1, &fs.PathError{Op: "open", Path: dir, Err: err}
	}
	return fd, nil
}

type walker struct {
	top   int
	visit func(*Entry) error
}

// directory visits what is in the directory fd, which it closes.
func (w *walker) directory(fd int, name string, depth int) error {
	defer func() { unix.Close(fd) }()
	names, err := readNames(fd)
	if err != nil {
		return &fs.PathError{Op: "read", Path: Short(name), Err: err}
	}
	for _, base := range names {
		e := &Entry{Name: name + "/" + base, dir: fd, base: base}
		if len(e.Name) > MaxPath {
			return &LongPathError{e.Name}
		}
		if err := unix.Fstatat(fd, base, &e.Stat, unix.AT_SYMLINK_NOFOLLOW); err != nil {
			return e.failed("stat", err)
		}
		err := w.visit(e)
		if err == SkipDir && e.IsDir() {
			continue
		}
		if err != nil {
			return err
		}
		if !e.IsDir() {
			continue
		}
		below, err := unix.Openat(fd, base, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		if err != nil {
			return e.failed("open", err)
		}
		if depth >= maxOpen {
			unix.Close(fd)
			fd = -1
		}
		if err := w.directory(below, e.Name, depth+1); err != nil {
			return err
		}
		if fd < 0 {
			if fd, err = open(w.top, name, unix.O_RDONLY|unix.O_DIRECTORY); err != nil {
				return &fs.PathError{Op: "open", Path: Short(name), Err: err}
			}
		}
	}
	return nil
}

func readNames(fd int) ([]string, error) {
	own, err := unix.Openat(fd, ".", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	file := os.NewFile(uintptr(own), "directory")
	defer file.Close()
	names, err := file.Readdirnames(-1)
	slices.Sort(names)
	return names, err
}

// open opens a path below a directory, which begins with a slash or is empty,
// without following any link.
func open(top int, name string, flags int) (int, error) {
	if name = strings.TrimPrefix(name, "/"); name == "" {
		name = "."
	}
	return unix.Openat2(top, name, &unix.OpenHow{
		Flags: uint64(flags | unix.O_NOFOLLOW | unix.O_CLOEXEC), Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS,
	})
}

// A LongPathError is a tree with a path that no program can name.
type LongPathError struct{ Name string }

func (e *LongPathError) Error() string {
	return fmt.Sprintf("%s: its path has more than the %d bytes that a program can name", Short(e.Name), MaxPath)
}

func (e *LongPathError) Unwrap() error { return unix.ENAMETOOLONG }

// IsDir reports whether the entry is a directory.
func (e *Entry) IsDir() bool { return e.Stat.Mode&unix.S_IFMT == unix.S_IFDIR }

// IsRegular reports whether the entry is a regular file.
func (e *Entry) IsRegular() bool { return e.Stat.Mode&unix.S_IFMT == unix.S_IFREG }

// IsLink reports whether the entry is a symbolic link.
func (e *Entry) IsLink() bool { return e.Stat.Mode&unix.S_IFMT == unix.S_IFLNK }

// Open opens a regular file for reading.
func (e *Entry) Open() (*os.File, error) {
	fd, err := unix.Openat(e.dir, e.base, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, e.failed("open", err)
	}
	var now unix.Stat_t
	if err := unix.Fstat(fd, &now); err != nil || now.Mode&unix.S_IFMT != unix.S_IFREG {
		unix.Close(fd)
		return nil, e.failed("open", errors.Join(err, errors.New("is no regular file any more")))
	}
	return os.NewFile(uintptr(fd), e.Name), nil
}

// Readlink returns the target of a symbolic link.
func (e *Entry) Readlink() (string, error) {
	buffer := make([]byte, MaxPath+1)
	n, err := unix.Readlinkat(e.dir, e.base, buffer)
	if err != nil {
		return "", e.failed("readlink", err)
	}
	return string(buffer[:n]), nil
}

func (e *Entry) failed(op string, err error) error {
	return &fs.PathError{Op: op, Path: Short(e.Name), Err: err}
}

// shown is how many bytes of a path are in messages.
const shown = 120

// Short is a path as messages show it: the middle of a long one is left out.
func Short(name string) string {
	if len(name) <= shown {
		return name
	}
	return strings.ToValidUTF8(name[:shown/2], "") + "…" + strings.ToValidUTF8(name[len(name)-shown/2:], "")
}
