package srctree

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/compression"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// Limits of an archive. Nothing of it is written anywhere: the sources it holds
// are kept in memory, and all else is passed over.
const (
	maxEntries  = 1_000_000
	maxUnpacked = 16 << 30 // bytes passed over, the kept ones too
	maxKept     = 1 << 30  // bytes of sources
	maxRatio    = 2000     // unpacked bytes to packed, beyond the first 64 MiB
)

// Memory is a tree held in memory: an archive, or a single file.
type Memory struct {
	Path  string
	Files map[string][]byte
	notes []report.Note
}

// Name returns the path that was opened.
func (m *Memory) Name() string { return m.Path }
func (m *Memory) Close() error { return nil }

// List returns the paths of the files, sorted.
func (m *Memory) List() ([]string, []report.Note) {
	paths := make([]string, 0, len(m.Files))
	for p := range m.Files {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	return paths, m.notes
}

// Read returns the contents of a file.
func (m *Memory) Read(p string) ([]byte, error) { return m.Files[p], nil }

func (m *Memory) note(file, format string, args ...any) {
	m.notes = append(m.notes, report.Note{File: file, Text: fmt.Sprintf(format, args...)})
}

// Open opens what a user names: a directory, an archive, a Debian source
// description, or a single C file.
func Open(name string) (Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return openDir(name)
	case strings.HasSuffix(name, ".dsc"):
		return openDsc(name)
	case Wanted(name):
		if info.Size() > maxFile {
			return nil, fmt.Errorf("read %s: %d bytes: %w", name, info.Size(), ErrTooBig)
		}
		text, err := os.ReadFile(name)
		return &Memory{Path: name, Files: map[string][]byte{filepath.Base(name): text}}, err
	}
	m := &Memory{Path: name, Files: map[string][]byte{}}
	return m, m.addArchive(name)
}

// addArchive reads a tar file, plain or compressed, into m. What goes wrong
// after the first entry is a note: the sources before it are worth a report.
func (m *Memory) addArchive(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	packed := &counter{r: f}
	plain, err := compression.Open(packed)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	unpacked := &counter{r: plain}
	unpacked.check = func(n int64) error {
		if n > maxUnpacked || n > 64<<20 && n/maxRatio > packed.n {
			return errBomb
		}
		return nil
	}
	t := tar.NewReader(unpacked)
	kept := 0
	for entries := 0; ; entries++ {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err == nil && entries >= maxEntries {
			err = errBomb
		}
		if err != nil {
			if entries == 0 {
				return fmt.Errorf("read %s: %w (want a tar archive, plain or compressed with gzip, bzip2, xz or zstd)", name, err)
			}
			m.note(filepath.Base(name), "the archive is read in part: %v", err)
			return nil
		}
		p, ok := insideName(h.Name)
		if !ok {
			m.note(h.Name, "left out: the name points out of the archive")
			continue
		}
		if h.Typeflag != tar.TypeReg || !Wanted(p) {
			continue
		}
		if h.Size > maxFile || kept+int(h.Size) > maxKept {
			m.note(p, "left out: %d bytes: %v", h.Size, ErrTooBig)
			continue
		}
		text, err := io.ReadAll(io.LimitReader(t, h.Size))
		if err != nil {
			m.note(filepath.Base(name), "the archive is read in part: %v", err)
			return nil
		}
		kept += len(text)
		m.Files[p] = text
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
