// Package durable replaces files and directories so that a crash or a power cut
// leaves the old one or the new one, whole: what is written is on the disk before
// it gets its name, and the name is on the disk when a function returns.
package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/temporary"
	"golang.org/x/sys/unix"
)

// WriteFile replaces the file at path by one with these bytes and this mode.
func WriteFile(path string, data []byte, mode fs.FileMode) error {
	return Write(path, mode, func(file *os.File) error {
		_, err := file.Write(data)
		return err
	})
}

// Write replaces the file at path by what fill writes. If fill fails, the old
// file stays and the new one is removed.
func Write(path string, mode fs.FileMode, fill func(*os.File) error) error {
	file, err := temporary.NewFile(filepath.Dir(path), ".new-"+filepath.Base(path)+"-")
	if err != nil {
		return err
	}
	defer file.Close() // after the renaming: until then it has an owner
	defer os.Remove(file.Name())
	err = fill(file)
	if err == nil {
		err = file.Chmod(mode)
	}
	if err == nil {
		err = file.Sync()
	}
	if err != nil {
		return err
	}
	return Rename(file.Name(), path)
}

// Rename gives a file or directory, whose contents are on the disk already, its
// name, in place of what has it now.
func Rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return SyncDir(filepath.Dir(to))
}

// Symlink makes link point to target, in place of the link that is there now.
func Symlink(target, link string) error {
	if have, err := os.Readlink(link); err == nil && have == target {
		return nil
	}
	temporary := filepath.Join(filepath.Dir(link), ".new-"+filepath.Base(link))
	if err := os.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(target, temporary); err != nil {
		return err
	}
	return Rename(temporary, link)
}

// SyncFile puts the contents of a file on the disk.
func SyncFile(path string) error { return sync(path, (*os.File).Sync) }

// SyncDir puts the names in a directory on the disk.
func SyncDir(dir string) error { return sync(dir, (*os.File).Sync) }

// SyncTree puts a directory with all that is below it on the disk, and whatever
// else waits to be written to its file system.
func SyncTree(dir string) error {
	return sync(dir, func(file *os.File) error { return unix.Syncfs(int(file.Fd())) })
}

func sync(path string, how func(*os.File) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := how(file); err != nil {
		return fmt.Errorf("sync %s: %w", path, err)
	}
	return nil
}
