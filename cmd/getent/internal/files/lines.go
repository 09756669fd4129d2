package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/fsys"
)

// reading is how a file is read for a query.
type reading struct {
	path  string
	find  finder // nil: every line
	last  lastLine
	chunk int // of a line read at once, 0 for all of it
	// whole takes, with their newlines, the lines at the start of a block that
	// plain counts the bytes of: those that are printed as they stand.
	plain func(block []byte) int
	whole func(lines []byte)
}

// lines calls yield with each line of the blocks that r's finder finds, without
// its newline and cut at a NUL unless r.last says newlines, until yield returns
// false or the blocks end; then it returns true.
func (r *reading) lines(b *blocks, yield func(line []byte) bool) (ended bool) {
	find := r.find
	if find == nil {
		find = everyLine
	}
	for {
		block := b.next()
		if len(block) == 0 {
			return true
		}
		if block[len(block)-1] != '\n' {
			block = r.last.shorten(block)
		}
		// Every line of a block at once, or each one that is found.
		nul := r.find != nil || bytes.IndexByte(block, 0) >= 0
		for len(block) > 0 {
			if r.plain != nil && !nul {
				if n := r.plain(block); n > 0 {
					r.whole(block[:n])
					block = block[n:]
					continue
				}
			}
			start, end := find(block)
			if end < 0 {
				break
			}
			next := min(end+1, len(block))
			if r.last == newlines {
				end = next
			}
			line := block[start:end]
			block = block[next:]
			if nul && r.last != newlines {
				line = cutNUL(line)
			}
			if !yield(line) {
				return false
			}
		}
	}
}

// lastLine says what is read of a last line without a newline.
type lastLine uint8

const (
	keepLast lastLine = iota
	cutLast           // not its last byte
	dropLast          // nothing
	newlines          // all of it, and every other line whole: newline and NULs too
)

// shorten cuts a block whose last line has no newline.
func (last lastLine) shorten(block []byte) []byte {
	switch last {
	case cutLast:
		return block[:len(block)-1]
	case dropLast:
		return block[:bytes.LastIndexByte(block, '\n')+1]
	}
	return block
}

func cutNUL(line []byte) []byte {
	if i := bytes.IndexByte(line, 0); i >= 0 {
		return line[:i]
	}
	return line
}

// System is the set of files that the databases are read from.
type System struct {
	FS    fsys.FS
	Glibc bool            // read as glibc does, else as musl does
	Warn  func(err error) // told what keeps a file from being read
}
