package files

import (
	"bytes"
	"errors"
	"io"
	"math"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// FileError is a problem with one file.
type FileError struct {
	Path string
	Err  error
}

func (e *FileError) Error() string { return "read " + e.Path + ": " + e.Err.Error() }
func (e *FileError) Unwrap() error { return e.Err }

// scan reads a file's lines, as reading.lines does. A file that can't be opened is
// an unavailable service; one that doesn't exist is so silently.
func (s *System) scan(r reading, yield func(line []byte) bool) nss.Status {
	file, err := s.FS.Open(r.path)
	if err != nil {
		s.Problem(r.path, err)
		return nss.Unavail
	}
	defer file.Close()
	if file.Size >= blockSize {
		debug.SetMemoryLimit(memory)
	}
	if err := r.file(file, file.Size, yield); err != nil {
		s.Problem(r.path, err)
	}
	return nss.NotFound
}

// memory is from when on the garbage collector works hard, once there is much to
// read: what long lines have grown out of must not pile up.
const memory = 8 << 20

// file reads the lines of a file of a size. A problem counts if all was read.
func (r *reading) file(file io.ReaderAt, size int64, yield func(line []byte) bool) error {
	if size >= scoutSize && r.find != nil && runtime.GOMAXPROCS(0) > 1 {
		if s := newScout(file, size/2, r.find); s != nil {
			defer s.end()
			return r.halves(file, s, yield)
		}
	}
	b := newBlocks(section(file, span{0, math.MaxInt64}), int(min(size+1, blockSize)))
	if r.lines(b, yield) {
		return b.err
	}
	return nil
}

// find yields the entries that a query selects: every one, or the first one.
// selects parses a line and tells whether it has a selected entry.
func (s *System) find(r reading, q entry.Query, selects func(line []byte) bool, yield func() bool) nss.Status {
	found := false
	status := s.scan(r, func(line []byte) bool {
		for {
			part := line
			if r.chunk > 0 {
				part = line[:min(r.chunk, len(line))]
			}
			if selects(part) {
				found = true
				if !yield() || q.Kind != entry.All {
					return false
				}
			}
			if line = line[len(part):]; len(line) == 0 {
				return true
			}
		}
	})
	if found && q.Kind != entry.All {
		return nss.Success
	}
	return status
}

// Problem warns of what keeps a file from being read, unless it is missing.
func (s *System) Problem(path string, err error) {
	if s.Warn != nil && !errors.Is(err, syscall.ENOENT) {
		s.Warn(&FileError{path, err})
	}
}

func trimLeft(b []byte) []byte {
	for len(b) > 0 && entry.IsSpace(b[0]) {
		b = b[1:]
	}
	return b
}

// content strips leading white space and tells whether the line has an entry:
// comments and blank lines have none.
func content(line []byte) ([]byte, bool) {
	if len(line) > 0 && line[0] > '#' {
		return line, true
	}
	line = trimLeft(line)
	return line, len(line) > 0 && line[0] != '#'
}

// field cuts line at the first colon. last is true when there was none.
func field(line []byte) (value, rest []byte, last bool) {
	if i := bytes.IndexByte(line, ':'); i >= 0 {
		return line[:i], line[i+1:], false
	}
	return line, nil, true
}
