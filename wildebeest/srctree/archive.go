package srctree

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/compression"
	"github.com/serpent-os/wildebeest/internal/regular"
)

// Limits of an archive. Nothing of it is written anywhere: the sources it holds
// are kept in memory, and all else is passed over.
const (
	maxUnpacked = 16 << 30 // bytes passed over, the kept ones too
	maxRatio    = 250      // unpacked bytes to packed, beyond the first 64 MiB
)

// addArchive reads a tar file, plain or compressed, into m. What goes wrong
// after the first entry is a note: the sources before it are worth a report.
func (m *Memory) addArchive(ctx context.Context, name string) error {
	f, err := regular.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	packed := &counter{r: f}
	plain, err := compression.Open(packed)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	check := func(n int64) error {
		if n > maxUnpacked || n > 64<<20 && n/maxRatio > packed.n {
			return errBomb
		}
		return ctx.Err()
	}
	err = m.addEntries(tar.NewReader(&counter{r: plain, check: check}), check)
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("read %s: %w", name, ctx.Err())
	case err == nil:
	case m.entries == 0:
		return fmt.Errorf("read %s: %w (want a tar archive, plain or compressed with gzip, bzip2, xz or zstd)", name, err)
	default:
		m.note(filepath.Base(name), "the archive is read in part: %v", err)
	}
	return nil
}

// addEntries keeps what is worth reading of an archive. check is asked about the
// sum of the files: a sparse one is larger than what the archive has of it.
func (m *Memory) addEntries(t *tar.Reader, check func(int64) error) error {
	sum := int64(0)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !m.entry() {
			return fmt.Errorf("it has more than %d entries", maxEntries)
		}
		p, ok := insideName(h.Name)
		if !ok {
			m.note(h.Name, "left out: the name points out of the archive")
			continue
		}
		if h.Typeflag != tar.TypeReg || !Wanted(p) {
			continue
		}
		if h.Size > MaxFile {
			m.note(p, "left out: %d bytes, and at most %d are read: %v", h.Size, MaxFile, regular.ErrSize)
			continue
		}
		if sum += h.Size; check(sum) != nil {
			return check(sum)
		}
		text, err := io.ReadAll(io.LimitReader(t, h.Size))
		if err != nil {
			return err
		}
		if why := m.keep(p, text); why != "" {
			m.note(p, "%s", why)
		}
	}
}

// insideName cleans an entry's name and drops its first directory, which only
// repeats the package's name and version.
func insideName(name string) (string, bool) {
	p := path.Clean(name)
	if path.IsAbs(p) || p == ".." || strings.HasPrefix(p, "../") {
		return "", false
	}
	if _, rest, ok := strings.Cut(p, "/"); ok {
		p = rest
	}
	return p, true
}

var errBomb = errors.New("it unpacks to more than any source tree")

// counter counts what is read, and may object.
type counter struct {
	r     io.Reader
	n     int64
	check func(int64) error
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if c.check != nil && err == nil {
		err = c.check(c.n)
	}
	return n, err
}
