package tree

import (
	"io/fs"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// A Dir is a directory below which files are opened and made. Names are paths from
// it on, as /usr/bin/x; "/" is the directory itself. No name leads out of it, and
// none through a link.
type Dir struct {
	path string
	top  int

	// The directory that was used last, as names come in the order of a walk.
	last string
	fd   int
}

// OpenDir opens a directory, which is no link.
func OpenDir(path string) (*Dir, error) {
	top, err := openTop(path)
	if err != nil {
		return nil, err
	}
	return &Dir{path: path, top: top, fd: -1}, nil
}

// Close closes the directory.
func (d *Dir) Close() error {
	d.forget()
	return unix.Close(d.top)
}

func (d *Dir) forget() {
	if d.fd >= 0 {
		unix.Close(d.fd)
		d.fd = -1
	}
}

// in calls do with the descriptor of the directory that name is in, and its last
// part.
func (d *Dir) in(op, name string, do func(dir int, base string) error) error {
	way, base := split(name)
	if d.fd < 0 || way != d.last {
		fd, err := open(d.top, way, unix.O_PATH|unix.O_DIRECTORY)
		if err != nil {
			return d.failed(op, name, err)
		}
		d.forget()
		d.fd, d.last = fd, way
	}
	if err := do(d.fd, base); err != nil {
		return d.failed(op, name, err)
	}
	return nil
}

func split(name string) (way, base string) {
	slash := strings.LastIndexByte(name, '/')
	way, base = name[:max(slash, 0)], name[slash+1:]
	if base == "" {
		base = "."
	}
	return way, base
}

func (d *Dir) failed(op, name string, err error) error {
	return &fs.PathError{Op: op, Path: Short(d.path + name), Err: err}
}

// Open opens a regular file for reading.
func (d *Dir) Open(name string) (file *os.File, err error) {
	err = d.in("open", name, func(dir int, base string) error {
		e := Entry{Name: name, dir: dir, base: base}
		file, err = e.Open()
		return err
	})
	return file, err
}

// Create makes a regular file, which does not exist, with mode 0600.
func (d *Dir) Create(name string) (file *os.File, err error) {
	err = d.in("create", name, func(dir int, base string) error {
		fd, err := unix.Openat(dir, base, unix.O_CREAT|unix.O_EXCL|unix.O_RDWR|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0o600)
		if err == nil {
			file = os.NewFile(uintptr(fd), d.path+name)
		}
		return err
	})
	return file, err
}

// Mkdir makes a directory with mode 0700.
func (d *Dir) Mkdir(name string) error {
	return d.in("mkdir", name, func(dir int, base string) error { return unix.Mkdirat(dir, base, 0o700) })
}

// Symlink makes a symbolic link.
func (d *Dir) Symlink(target, name string) error {
	return d.in("symlink", name, func(dir int, base string) error { return unix.Symlinkat(target, dir, base) })
}

// Link makes name another name of a file of another directory, or of this one.
func (d *Dir) Link(from *Dir, old, name string) error {
	return from.in("link", old, func(oldDir int, oldBase string) error {
		if from == d { // whose open directory is about to change
			own, err := unix.FcntlInt(uintptr(oldDir), unix.F_DUPFD_CLOEXEC, 0)
			if err != nil {
				return err
			}
			defer unix.Close(own)
			oldDir = own
		}
		return d.in("link", name, func(dir int, base string) error { return unix.Linkat(oldDir, oldBase, dir, base, 0) })
	})
}

// Chown sets the owner, of a link its own.
func (d *Dir) Chown(name string, uid, gid uint32) error {
	return d.in("chown", name, func(dir int, base string) error {
		return unix.Fchownat(dir, base, int(uid), int(gid), unix.AT_SYMLINK_NOFOLLOW)
	})
}

// Chmod sets the mode of a file or directory: the bits of chmod(2).
func (d *Dir) Chmod(name string, mode uint32) error {
	return d.in("chmod", name, func(dir int, base string) error { return Chmod(dir, base, mode) })
}

// SetTime sets the modification time, of a link its own.
func (d *Dir) SetTime(name string, when time.Time) error {
	return d.in("set the time of", name, func(dir int, base string) error { return setTime(dir, base, when) })
}

// SetAttribute sets an extended attribute.
func (d *Dir) SetAttribute(name, attribute string, value []byte) error {
	return d.in("set an attribute of", name, func(dir int, base string) error {
		e := Entry{dir: dir, base: base}
		return unix.Lsetxattr(e.path(), attribute, value, 0)
	})
}
