package srctree

import (
	"context"
	"fmt"

	"github.com/klauspost/compress/s2"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// maxKept bounds the bytes of an archive's sources as they are kept, compressed:
// of C that is a gigabyte of sources.
const maxKept = 256 << 20

// Memory is a tree held in memory: an archive, or a single file.
type Memory struct {
	Path  string
	Files map[string][]byte

	packed map[string][]byte // files of archives, in the S2 format
	kept   int               // bytes of packed
	listing
}

// Name returns the path that was opened.
func (m *Memory) Name() string { return m.Path }
func (m *Memory) Close() error { return nil }

// List returns the paths of the files, sorted.
func (m *Memory) List(context.Context) ([]string, []report.Note) {
	l := listing{notes: m.notes, unnoted: m.unnoted}
	for p := range m.Files {
		l.paths = append(l.paths, p)
	}
	for p := range m.packed {
		l.paths = append(l.paths, p)
	}
	return l.sorted()
}

// Read returns the contents of a file.
func (m *Memory) Read(p string) ([]byte, error) {
	if packed, ok := m.packed[p]; ok {
		return s2.Decode(nil, packed)
	}
	return m.Files[p], nil
}

// Size returns the size of a file.
func (m *Memory) Size(p string) int64 {
	if n, err := s2.DecodedLen(m.packed[p]); err == nil {
		return int64(n)
	}
	return int64(len(m.Files[p]))
}

// keep adds a file of an archive, and says why not where it is too much.
func (m *Memory) keep(p string, text []byte) string {
	if _, again := m.packed[p]; !again {
		if ok, why := m.fits(p); !ok {
			return why
		}
		m.add(p)
	}
	packed := append([]byte{}, s2.EncodeBetter(nil, text)...)
	if m.kept+len(packed) > maxKept {
		return fmt.Sprintf("left out: the archive's sources have more than %d bytes, compressed", maxKept)
	}
	if m.packed == nil {
		m.packed = map[string][]byte{}
	}
	m.kept += len(packed) - len(m.packed[p])
	m.packed[p] = packed
	return ""
}
