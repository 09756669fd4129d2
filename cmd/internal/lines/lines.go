// Package lines reads databases that are text files of one entry a line, within
// bounds of memory and fast where the file is large.
package lines

import "bytes"

// Reading is how a file is read for a query.
type Reading struct {
	Path  string
	Find  Finder // nil: every line
	Last  LastLine
	Chunk int // bytes of a line that are parsed at once, 0 for the whole line
	// Plain counts the bytes of the lines at the start of a block that are printed
	// as they stand; Whole takes those lines, with their newlines.
	Plain func(block []byte) int
	Whole func(lines []byte)
}

// lines calls yield with each line of the blocks that r's finder finds, without
// its newline and cut at a NUL unless r.Last is Newlines, until yield returns
// false or the blocks end; then it returns true.
func (r *Reading) lines(b *blocks, yield func(line []byte) bool) (ended bool) {
	find := r.Find
	if find == nil {
		find = everyLine
	}
	for {
		block := b.next()
		if len(block) == 0 {
			return true
		}
		if block[len(block)-1] != '\n' {
			block = r.Last.shorten(block)
		}
		// Every line of a block at once, or each one that is found.
		nul := r.Find != nil || bytes.IndexByte(block, 0) >= 0
		for len(block) > 0 {
			if r.Plain != nil && !nul {
				if n := r.Plain(block); n > 0 {
					r.Whole(block[:n])
					block = block[n:]
					continue
				}
			}
			start, end := find(block)
			if end < 0 {
				break
			}
			next := min(end+1, len(block))
			if r.Last == Newlines {
				end = next
			}
			line := block[start:end]
			block = block[next:]
			if nul && r.Last != Newlines {
				line = CutNUL(line)
			}
			if !yield(line) {
				return false
			}
		}
	}
}

// LastLine tells what is read of a last line without a newline.
type LastLine uint8

// The ways to read a last line without a newline.
const (
	KeepLast LastLine = iota
	CutLast           // not its last byte
	DropLast          // nothing
	Newlines          // all of it, and every other line whole: newline and NULs too
)

// shorten cuts a block whose last line has no newline.
func (last LastLine) shorten(block []byte) []byte {
	switch last {
	case CutLast:
		return block[:len(block)-1]
	case DropLast:
		return block[:bytes.LastIndexByte(block, '\n')+1]
	}
	return block
}

// CutNUL returns what is before the first NUL of a line.
func CutNUL(line []byte) []byte {
	if i := bytes.IndexByte(line, 0); i >= 0 {
		return line[:i]
	}
	return line
}
