// Package beneath reaches what lies in a directory whose contents come from
// outside, as unpacked archives and packages do. Links are followed as in a
// chroot: / and the highest .. are the directory itself, so no path leads out of
// it, however its links compose. The kernel resolves them (openat2(2),
// RESOLVE_IN_ROOT), and ends loops.
package beneath

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// A Dir is a directory that no path leads out of.
type Dir struct {
	file *os.File
	name string
}

// Open opens a directory of the caller's; links in its own path are followed.
func Open(dir string) (*Dir, error) {
	fd, err := unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: dir, Err: err}
	}
	return &Dir{os.NewFile(uintptr(fd), dir), dir}, nil
}

// Close closes the directory.
func (d *Dir) Close() error { return d.file.Close() }

// open opens what a path leads to. The error is a *os.PathError with the path in
// the directory.
func (d *Dir) open(name string, flags uint64) (*os.File, error) {
	how := unix.OpenHow{Flags: flags | unix.O_CLOEXEC, Resolve: unix.RESOLVE_IN_ROOT | unix.RESOLVE_NO_MAGICLINKS}
	fd, err := unix.Openat2(int(d.file.Fd()), name, &how)
	for err == unix.EINTR || err == unix.EAGAIN { // a directory was moved meanwhile
		fd, err = unix.Openat2(int(d.file.Fd()), name, &how)
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: d.name + path.Join("/", name), Err: err}
	}
	return os.NewFile(uintptr(fd), name), nil
}

// Path returns the path, without links below the directory, of the file or
// directory that a name leads to. It holds as long as nobody else changes the
// directory.
func (d *Dir) Path(name string) (string, error) {
	file, err := d.open(name, unix.O_PATH)
	if err != nil {
		return "", err
	}
	defer file.Close()
	own, err := realPath(d.file)
	if err != nil {
		return "", err
	}
	found, err := realPath(file)
	if err != nil {
		return "", err
	}
	below, ok := strings.CutPrefix(found, own)
	if !ok || below != "" && below[0] != '/' && own != "/" {
		return "", fmt.Errorf("%s has moved out of %s to %s", name, own, found)
	}
	return path.Join(d.name, below), nil
}

// realPath is the path by which the kernel knows an open file.
func realPath(file *os.File) (string, error) {
	return os.Readlink("/proc/self/fd/" + strconv.Itoa(int(file.Fd())))
}

// MkdirAll makes a directory and those above it, with this mode, and returns it
// open; where it is there already, it stays as it is.
func (d *Dir) MkdirAll(name string, mode uint32) (*os.File, error) {
	const directory = unix.O_PATH | unix.O_DIRECTORY
	name = path.Join("/", name)
	dir, err := d.open(name, directory)
	if !errors.Is(err, os.ErrNotExist) || name == "/" {
		return dir, err
	}
	parent, err := d.MkdirAll(path.Dir(name), mode)
	if err != nil {
		return nil, err
	}
	defer parent.Close()
	if err := unix.Mkdirat(int(parent.Fd()), path.Base(name), mode); err != nil {
		return nil, &os.PathError{Op: "make directory", Path: d.name + name, Err: d.whyNot(name, err)}
	}
	return d.open(name, directory)
}

// whyNot explains why a directory can't be made: the name is that of a link to
// nothing.
func (d *Dir) whyNot(name string, err error) error {
	if err != unix.EEXIST {
		return err
	}
	link, linkErr := d.open(name, unix.O_PATH|unix.O_NOFOLLOW)
	if linkErr != nil {
		return err
	}
	defer link.Close()
	target := make([]byte, unix.PathMax)
	n, linkErr := unix.Readlinkat(int(link.Fd()), "", target)
	if linkErr != nil {
		return err
	}
	return fmt.Errorf("it is a link to %q, where there is no directory", target[:n])
}

// Symlink makes a symbolic link in a directory that MkdirAll has returned. Where
// something has that name already, the error is os.ErrExist.
func Symlink(target string, dir *os.File, name string) error {
	if err := unix.Symlinkat(target, int(dir.Fd()), name); err != nil {
		return &os.PathError{Op: "make link", Path: path.Join(dir.Name(), name), Err: err}
	}
	return nil
}
