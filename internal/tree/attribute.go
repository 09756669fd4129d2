package tree

import (
	"errors"
	"io/fs"
	"strings"

	"golang.org/x/sys/unix"
)

// Mode returns the entry's type and permissions.
func (e *Entry) Mode() fs.FileMode { return FileMode(e.Stat.Mode) }

// FileMode is what package fs makes of st_mode of stat(2).
func FileMode(mode uint32) fs.FileMode {
	m := fs.FileMode(mode & 0o777)
	for bit, is := range map[uint32]fs.FileMode{unix.S_ISUID: fs.ModeSetuid, unix.S_ISGID: fs.ModeSetgid, unix.S_ISVTX: fs.ModeSticky} {
		if mode&bit != 0 {
			m |= is
		}
	}
	switch mode & unix.S_IFMT {
	case unix.S_IFDIR:
		m |= fs.ModeDir
	case unix.S_IFLNK:
		m |= fs.ModeSymlink
	case unix.S_IFIFO:
		m |= fs.ModeNamedPipe
	case unix.S_IFSOCK:
		m |= fs.ModeSocket
	case unix.S_IFBLK:
		m |= fs.ModeDevice
	case unix.S_IFCHR:
		m |= fs.ModeDevice | fs.ModeCharDevice
	}
	return m
}

// path names the entry for calls that have no descriptor of a directory.
func (e *Entry) path() string { return descriptor(e.dir) + "/" + e.base }

// Attributes returns the names of the entry's extended attributes; none where the
// file system has no such thing.
func (e *Entry) Attributes() ([]string, error) {
	n, err := unix.Llistxattr(e.path(), nil)
	if n == 0 || errors.Is(err, unix.ENOTSUP) {
		return nil, nil
	}
	buffer := make([]byte, n+1)
	if err == nil {
		n, err = unix.Llistxattr(e.path(), buffer)
	}
	if err != nil {
		return nil, e.failed("list the attributes of", err)
	}
	return strings.FieldsFunc(string(buffer[:n]), func(r rune) bool { return r == 0 }), nil
}

// Attribute returns the value of an extended attribute.
func (e *Entry) Attribute(name string) ([]byte, error) {
	n, err := unix.Lgetxattr(e.path(), name, nil)
	if err != nil {
		return nil, e.failed("read the attributes of", err)
	}
	value := make([]byte, n)
	if n > 0 {
		n, err = unix.Lgetxattr(e.path(), name, value)
	}
	if err != nil {
		return nil, e.failed("read the attributes of", err)
	}
	return value[:n], nil
}

// RemoveAttribute removes an extended attribute.
func (e *Entry) RemoveAttribute(name string) error {
	if err := unix.Lremovexattr(e.path(), name); err != nil {
		return e.failed("change the attributes of", err)
	}
	return nil
}
