// Package fsys opens the files of the system: the machine's own, or those of
// another system below a directory.
package fsys

import (
	"errors"
	"io"
	"syscall"
)

// FS is where the system's files are read. The zero FS is the machine's own.
type FS struct {
	tree *tree
}

// Other tells whether the files are those of another system than the running
// one, so that its daemons and network must not be asked.
func (f FS) Other() bool { return f.tree != nil }

// ErrKind is returned for a file that is no regular file: a device or a fifo
// could block for ever or never end.
var ErrKind = errors.New("not a regular file")

// Open opens a regular file, named by its absolute path, for reading.
func (f FS) Open(path string) (*File, error) {
	fd, err := f.open(path)
	if err != nil {
		return nil, err
	}
	var st syscall.Stat_t
	if err := syscall.Fstat(fd, &st); err != nil {
		syscall.Close(fd)
		return nil, err
	}
	if st.Mode&syscall.S_IFMT != syscall.S_IFREG {
		syscall.Close(fd)
		return nil, ErrKind
	}
	return &File{fd, st.Size}, nil
}

func (f FS) open(path string) (int, error) {
	if f.tree != nil {
		return f.tree.open(path)
	}
	for {
		// O_NONBLOCK: a fifo without a writer would block in open.
		fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC|syscall.O_NONBLOCK, 0)
		if err != syscall.EINTR {
			return fd, err
		}
	}
}

// ReadFile returns a small file's content; what is beyond max bytes is cut.
func (f FS) ReadFile(path string, max int) ([]byte, error) {
	file, err := f.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	buf := make([]byte, 0, 4096)
	for len(buf) < max {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := file.ReadAt(buf[len(buf):min(cap(buf), max)], int64(len(buf)))
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return buf, nil
}

// File is an open regular file, of so many bytes when it was opened.
type File struct {
	fd   int
	Size int64
}

// ReadAt reads len(p) bytes from an offset, as io.ReaderAt.
func (f *File) ReadAt(p []byte, offset int64) (n int, err error) {
	for n < len(p) {
		m, err := syscall.Pread(f.fd, p[n:], offset+int64(n))
		switch {
		case err == syscall.EINTR:
		case err != nil:
			return n, err
		case m == 0:
			return n, io.EOF
		default:
			n += m
		}
	}
	return n, nil
}

// Close closes the file.
func (f *File) Close() error { return syscall.Close(f.fd) }
