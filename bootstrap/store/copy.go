package store

import (
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A putter makes one regular file of a package in a root.
type putter func(from, to string, info fs.FileInfo) error

// linkFile makes the root's file the store's own: for roots that are only ever
// mounted read-only.
func linkFile(from, to string, _ fs.FileInfo) error { return os.Link(from, to) }

// copyFile makes a file of the root's own, with mode, times and owner.
func copyFile(from, to string, info fs.FileInfo) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	if closing := target.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return copyMeta(to, info)
}

// copyLink makes a symbolic link with the target and time of another.
func copyLink(from, to string, info fs.FileInfo) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	if err := os.Symlink(target, to); err != nil {
		return err
	}
	return SetTime(to, info.ModTime())
}

// copyMeta gives a file or directory the owner, mode and time of another.
func copyMeta(to string, info fs.FileInfo) error {
	stat := info.Sys().(*syscall.Stat_t)
	if os.Geteuid() == 0 {
		if err := os.Lchown(to, int(stat.Uid), int(stat.Gid)); err != nil {
			return err
		}
	}
	// With its set-id and sticky bits, which os.FileMode keeps elsewhere.
	if err := unix.Chmod(to, stat.Mode&0o7777); err != nil {
		return err
	}
	return SetTime(to, info.ModTime())
}

// SetTime sets the modification time of a file, or of a link itself.
func SetTime(path string, when time.Time) error {
	stamp := unix.NsecToTimespec(when.UnixNano())
	return unix.UtimesNanoAt(unix.AT_FDCWD, path, []unix.Timespec{stamp, stamp}, unix.AT_SYMLINK_NOFOLLOW)
}
