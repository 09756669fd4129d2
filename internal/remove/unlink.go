package remove

import (
	"errors"

	"github.com/serpent-os/wildebeest/internal/tree"
	"golang.org/x/sys/unix"
)

// unlink removes a file or an empty directory; full means a directory with
// contents.
func (r *remover) unlink(dir int, name string) (full bool, err error) {
	err = unlink(dir, name)
	if errors.Is(err, unix.EPERM) || errors.Is(err, unix.EACCES) {
		loosen(dir)
		tree.Unlock(dir, name)
		err = unlink(dir, name)
	}
	switch {
	case errors.Is(err, unix.ENOTEMPTY), errors.Is(err, unix.EEXIST):
		return true, nil
	case errors.Is(err, unix.EBUSY):
		return false, errMounted
	case errors.Is(err, unix.ENOENT):
		return false, nil
	}
	return false, err
}

func unlink(dir int, name string) error {
	err := unix.Unlinkat(dir, name, 0)
	if errors.Is(err, unix.EISDIR) {
		return unix.Unlinkat(dir, name, unix.AT_REMOVEDIR)
	}
	return err
}

// loosen lets the owner of a directory remove what is in it.
func loosen(dir int) {
	var stat unix.Stat_t
	if unix.Fstat(dir, &stat) != nil {
		return
	}
	tree.Unlock(dir, ".")
	if stat.Mode&0o700 != 0o700 {
		unix.Fchmod(dir, stat.Mode&0o7777|0o700)
	}
}

// openDir opens a directory that is no link and no mount point. One that its
// owner may not read gets a mode with which he may.
func openDir(dir int, name string) (int, error) {
	how := unix.OpenHow{
		Flags:   unix.O_RDONLY | unix.O_DIRECTORY | unix.O_NOFOLLOW | unix.O_CLOEXEC,
		Resolve: unix.RESOLVE_NO_XDEV | unix.RESOLVE_NO_SYMLINKS,
	}
	fd, err := unix.Openat2(dir, name, &how)
	if errors.Is(err, unix.EACCES) {
		if err := tree.Chmod(dir, name, 0o700); err != nil {
			return -1, err
		}
		fd, err = unix.Openat2(dir, name, &how)
	}
	if errors.Is(err, unix.EXDEV) {
		return -1, errMounted
	}
	return fd, err
}
