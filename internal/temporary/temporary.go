// Package temporary makes temporary files and directories that have an owner: the
// process that made one holds a lock (flock(2)) on it, which ends with the process,
// however that ends. What nobody holds any more, the next run sweeps.
package temporary

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/remove"
	"golang.org/x/sys/unix"
)

// A Dir is a temporary directory of this process.
type Dir struct {
	Path string
	held *os.File
}

// NewDir makes a directory with mode 0700 and a name of prefix and digits.
func NewDir(parent, prefix string) (*Dir, error) {
	for {
		path, err := os.MkdirTemp(parent, prefix)
		if err != nil {
			return nil, err
		}
		held, err := os.OpenFile(path, os.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW, 0)
		if err == nil && hold(held) {
			return &Dir{path, held}, nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if held != nil {
			held.Close() // swept between its making and its lock
		}
	}
}

// Remove removes the directory and what is in it, unless it has another name by
// now, and ends the lock.
func (d *Dir) Remove() error {
	defer d.held.Close()
	return remove.All(d.Path)
}

// NewFile makes a file with mode 0600 and a name of prefix and digits. The lock
// ends when the file is closed.
func NewFile(parent, prefix string) (*os.File, error) {
	for {
		file, err := os.CreateTemp(parent, prefix)
		if err != nil {
			return nil, err
		}
		if hold(file) {
			return file, nil
		}
		file.Close()
	}
}

// hold locks a file or directory and tells whether it still has its name.
func hold(file *os.File) bool {
	if unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB) != nil {
		return false
	}
	var own, named unix.Stat_t
	return unix.Fstat(int(file.Fd()), &own) == nil && unix.Lstat(file.Name(), &named) == nil && own.Dev == named.Dev && own.Ino == named.Ino
}

// Sweep removes from parent what NewDir and NewFile made with a prefix that begins
// with this one, whose process is gone, and which belongs to this user. A parent
// that does not exist has nothing. The error joins what could not be removed.
func Sweep(parent, prefix string) error {
	dir, err := os.Open(parent)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return fmt.Errorf("sweep %s: %w", parent, err)
	}
	var left []error
	for _, name := range names {
		if strings.HasPrefix(name, prefix) && endsWithDigit(name) {
			left = append(left, sweep(filepath.Join(parent, name)))
		}
	}
	return errors.Join(left...)
}

func endsWithDigit(name string) bool {
	last := name[len(name)-1]
	return last >= '0' && last <= '9'
}

// sweep removes one file or directory if nobody holds it.
func sweep(path string) error {
	var stat unix.Stat_t
	if unix.Lstat(path, &stat) != nil || int(stat.Uid) != os.Geteuid() {
		return nil
	}
	if kind := stat.Mode & unix.S_IFMT; kind != unix.S_IFDIR && kind != unix.S_IFREG {
		return nil
	}
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err == unix.EACCES { // an old root may have any mode
		return remove.All(path)
	}
	if err != nil {
		return nil
	}
	defer unix.Close(fd)
	if unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB) != nil {
		return nil
	}
	return remove.All(path)
}
