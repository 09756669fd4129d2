package tree

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// SetMode sets the permissions of a file or directory: the bits of chmod(2).
func (e *Entry) SetMode(mode uint32) error {
	if err := e.unlocked(func() error { return Chmod(e.dir, e.base, mode) }); err != nil {
		return e.failed("chmod", err)
	}
	return nil
}

// SetTime sets the modification time, of a link its own. A file that must not be
// changed (chattr +i, +a) may be after it.
func (e *Entry) SetTime(when time.Time) error {
	err := e.unlocked(func() error { return setTime(e.dir, e.base, when) })
	if err != nil {
		return e.failed("set the time of", err)
	}
	return nil
}

// unlocked calls change, and again without the flags of chattr(1) where the
// kernel refuses it.
func (e *Entry) unlocked(change func() error) error {
	err := change()
	if errors.Is(err, unix.EPERM) && !e.IsLink() && Unlock(e.dir, e.base) {
		err = change()
	}
	return err
}

func setTime(dir int, base string, when time.Time) error {
	stamp := unix.NsecToTimespec(when.UnixNano())
	return unix.UtimesNanoAt(dir, base, []unix.Timespec{stamp, stamp}, unix.AT_SYMLINK_NOFOLLOW)
}

// Chmod changes the mode of base in the directory dir, which is no link: it is opened
// first, and the descriptor is what /proc leads to.
func Chmod(dir int, base string, mode uint32) error {
	fd, err := unix.Openat(dir, base, unix.O_PATH|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	return unix.Chmod(descriptor(fd), mode)
}

// descriptor is the path of an open file, for calls that have no other way to
// change a file opened with O_PATH.
func descriptor(fd int) string { return fmt.Sprintf("/proc/self/fd/%d", fd) }

// Unlock clears the flags of a regular file or directory, below the directory dir,
// that keep it from being changed or removed, and reports whether it had any.
func Unlock(dir int, base string) bool {
	var stat unix.Stat_t
	if unix.Fstatat(dir, base, &stat, unix.AT_SYMLINK_NOFOLLOW) != nil {
		return false
	}
	if kind := stat.Mode & unix.S_IFMT; kind != unix.S_IFREG && kind != unix.S_IFDIR {
		return false // an ioctl of a device is its driver's
	}
	fd, err := unix.Openat(dir, base, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return false
	}
	defer unix.Close(fd)
	return unlock(fd)
}

// locks are FS_IMMUTABLE_FL and FS_APPEND_FL of linux/fs.h: chattr +i and +a.
const locks = unix.STATX_ATTR_IMMUTABLE | unix.STATX_ATTR_APPEND

func unlock(fd int) bool {
	flags, err := unix.IoctlGetUint32(fd, unix.FS_IOC_GETFLAGS)
	if err != nil || flags&locks == 0 {
		return false
	}
	return unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, int(flags&^locks)) == nil
}
