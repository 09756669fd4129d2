package lines

import (
	"io"
	"math"
	"runtime"
	"runtime/debug"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Scan calls yield with each line that r selects, until yield returns false. A
// file that can't be opened makes the service unavailable, without a warning if
// it doesn't exist.
func Scan(s *fsys.System, r Reading, yield func(line []byte) bool) nss.Status {
	file, err := s.Open(r.Path)
	if err != nil {
		s.Problem(r.Path, err)
		return nss.Unavail
	}
	defer file.Close()
	if file.Size >= blockSize {
		debug.SetMemoryLimit(memory)
	}
	if err := r.file(file, file.Size, yield); err != nil {
		s.Problem(r.Path, err)
	}
	return nss.NotFound
}

// memory is from when on the garbage collector works hard, once there is much to
// read: what long lines have grown out of must not pile up.
const memory = 8 << 20

// file reads the lines of a file of a size. A problem counts if all was read.
func (r *Reading) file(file io.ReaderAt, size int64, yield func(line []byte) bool) error {
	if size >= searchSize && r.Find != nil && runtime.GOMAXPROCS(0) > 1 {
		if s := startSearch(file, size/2, r.Find); s != nil {
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

// Find yields the entries that a query selects: every one, or the first one.
// selects parses a line and tells whether it has a selected entry.
func Find(s *fsys.System, r Reading, q entry.Query, selects func(line []byte) bool, yield func() bool) nss.Status {
	found := false
	status := Scan(s, r, func(line []byte) bool {
		for {
			part := line
			if r.Chunk > 0 {
				part = line[:min(r.Chunk, len(line))]
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
