package srctree

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// Bounds of a tree. Sources written by people are far below each of them; what
// lies beyond is left out, and a note says so. Together they keep what a scan
// holds of any tree below half a gigabyte.
const (
	MaxFile    = 32 << 20  // bytes of a file
	maxFiles   = 250_000   // files that are read
	maxEntries = 1_000_000 // entries of any kind that are looked at
	maxDepth   = 64        // directories above a file
	maxNames   = 32 << 20  // bytes of all paths
	maxNotes   = 1_000
)

// listing collects the files of a tree and what was left out, within the bounds.
type listing struct {
	paths   []string
	names   int // bytes of paths
	entries int
	notes   []report.Note
	unnoted int
}

// entry counts an entry of the tree and reports whether more may follow.
func (l *listing) entry() bool {
	l.entries++
	return l.entries <= maxEntries
}

// fits reports whether a file may be added; the second result says why not.
func (l *listing) fits(p string) (bool, string) {
	switch {
	case strings.Count(p, "/") > maxDepth:
		return false, fmt.Sprintf("left out: it lies below more than %d directories", maxDepth)
	case len(l.paths) >= maxFiles:
		return false, fmt.Sprintf("left out: the tree has more than %d files to read", maxFiles)
	case l.names+len(p) > maxNames:
		return false, fmt.Sprintf("left out: the names of the tree's files have more than %d bytes", maxNames)
	}
	return true, ""
}

func (l *listing) add(p string) {
	l.names += len(p)
	l.paths = append(l.paths, p)
}

// note says of a file why it was not read. A long name is cut.
func (l *listing) note(file, format string, args ...any) {
	if len(l.notes) >= maxNotes {
		l.unnoted++
		return
	}
	const longest = 4096
	l.notes = append(l.notes, report.Note{File: file[:min(len(file), longest)], Text: fmt.Sprintf(format, args...)})
}

// sorted returns the paths and the notes.
func (l *listing) sorted() ([]string, []report.Note) {
	slices.Sort(l.paths)
	notes := l.notes
	if l.unnoted > 0 {
		notes = append(slices.Clip(notes), report.Note{File: ".", Text: fmt.Sprintf("%d more files were left out", l.unnoted)})
	}
	return l.paths, notes
}
