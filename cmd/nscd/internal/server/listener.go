package server

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// A Listener is the socket that clients connect to. At its path there is always a
// socket at which somebody listens, or none, unless the daemon was killed: then the
// next one puts its own in the place of the dead one.
type Listener struct {
	fd       int
	path     string
	inode    uint64
	lock     *os.File // held as long as the process lives
	released bool
}

// backlog is how many clients may wait to be accepted; the kernel has a limit of its
// own, net.core.somaxconn.
const backlog = 1 << 12

// Listen makes the directory of the path, takes its lock, and listens at the path.
func Listen(path string) (*Listener, error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	lock, err := takeLock(filepath.Join(dir, "nscd.pid"))
	if err != nil {
		return nil, err
	}
	l := &Listener{path: path, lock: lock}
	if l.fd, err = unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0); err != nil {
		return nil, err
	}
	if err := l.open(path + ".new"); err != nil {
		unix.Close(l.fd)
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// open listens at another path, which then replaces what is at the socket's.
func (l *Listener) open(other string) error {
	if err := os.Remove(other); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := unix.Bind(l.fd, &unix.SockaddrUnix{Name: other}); err != nil {
		return err
	}
	defer os.Remove(other) // gone when all went well
	if err := os.Chmod(other, 0o666); err != nil {
		return err
	}
	if err := unix.Listen(l.fd, backlog); err != nil {
		return err
	}
	var st unix.Stat_t
	if err := unix.Lstat(other, &st); err != nil {
		return err
	}
	l.inode = st.Ino
	return os.Rename(other, l.path)
}

// Release takes the socket's path away, so that clients see at once that nobody
// answers. Those that have connected can still be accepted.
func (l *Listener) Release() {
	if l.released {
		return
	}
	l.released = true
	var st unix.Stat_t
	if unix.Lstat(l.path, &st) == nil && st.Ino == l.inode {
		os.Remove(l.path)
	}
}

// Close closes the socket; whoever waits to be accepted is refused.
func (l *Listener) Close() {
	l.Release()
	unix.Close(l.fd)
	l.lock.Close()
}

// takeLock locks the file at a path for the life of this process, and writes the
// process's number there.
func takeLock(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	lock := unix.Flock_t{Type: unix.F_WRLCK}
	if err := unix.FcntlFlock(file.Fd(), unix.F_SETLK, &lock); err != nil {
		holder := unix.Flock_t{Type: unix.F_WRLCK}
		if unix.FcntlFlock(file.Fd(), unix.F_GETLK, &holder) == nil && holder.Pid > 0 {
			err = fmt.Errorf("process %d serves here; end it first", holder.Pid)
		}
		file.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	text := strconv.Itoa(os.Getpid()) + "\n"
	_, err = file.WriteAt([]byte(text), 0)
	if err == nil {
		err = file.Truncate(int64(len(text)))
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return file, nil
}
