package lines

import (
	"bytes"
	"cmp"
	"io"
	"math"
	"sync/atomic"
)

// searchSize is how large a file must be for a second thread to search the half
// of it: for smaller ones starting it takes longer than it saves.
const searchSize = 16 << 20

// A backgroundSearch searches the second half of a file on another thread while
// the first half is read. It only records where a finder finds lines: they are
// read after the first half, so that answers keep the order of the file.
type backgroundSearch struct {
	from  int64 // where the second half starts
	found []span
	err   error // a problem in the second half
	stop  atomic.Bool
	done  chan struct{}
}

// span is whole lines of a file: the bytes from start up to end.
type span struct{ start, end int64 }

// maxSpans bounds the memory of a search. The last span is all the rest.
const maxSpans = 1024

// startSearch searches a file from the first line after an offset on, or returns
// nil where no line starts near the offset.
func startSearch(file io.ReaderAt, offset int64, find Finder) *backgroundSearch {
	from, ok := lineStart(file, offset)
	if !ok {
		return nil
	}
	s := &backgroundSearch{from: from, done: make(chan struct{})}
	b := newBlocks(section(file, span{from, math.MaxInt64}), blockSize)
	b.most = blockSize
	go s.run(b, find)
	return s
}

// lineStart is the start of the first line at or behind an offset, which is not
// 0, unless it is far away.
func lineStart(file io.ReaderAt, offset int64) (start int64, ok bool) {
	buf := make([]byte, minBlock)
	n, _ := file.ReadAt(buf, offset-1)
	i := bytes.IndexByte(buf[:n], '\n')
	return offset + int64(i), i >= 0
}

func section(file io.ReaderAt, s span) io.Reader {
	return io.NewSectionReader(file, s.start, s.end-s.start)
}

// run ends at a line that takes more memory than a search may have.
func (s *backgroundSearch) run(b *blocks, find Finder) {
	defer close(s.done)
	next := s.from
	for !s.stop.Load() && !s.full() {
		block := b.next()
		if b.err == errLongLine {
			s.add(span{next, math.MaxInt64})
			return
		}
		if len(block) == 0 {
			s.err = b.err
			return
		}
		at := s.from + b.offset()
		next = at + int64(len(block))
		whole := block[:bytes.LastIndexByte(block, '\n')+1]
		for pos := 0; pos < len(whole) && !s.full(); {
			start, end := find(whole[pos:])
			if end < 0 {
				break
			}
			s.add(span{at + int64(pos+start), at + int64(pos+end) + 1})
			pos += end + 1
		}
		if len(whole) < len(block) { // the last line, without a newline
			s.add(span{at + int64(len(whole)), math.MaxInt64})
		}
	}
}

// add records lines to be read.
func (s *backgroundSearch) add(lines span) {
	switch n := len(s.found); {
	case s.full():
	case n > 0 && s.found[n-1].end == lines.start:
		s.found[n-1].end = lines.end
	case n == maxSpans-1:
		s.found = append(s.found, span{lines.start, math.MaxInt64})
	default:
		s.found = append(s.found, lines)
	}
}

// full tells whether all that follows is to be read.
func (s *backgroundSearch) full() bool {
	n := len(s.found)
	return n > 0 && s.found[n-1].end == math.MaxInt64
}

// halves reads the lines of the first half, and then those that the search found
// in the second.
func (r *Reading) halves(file io.ReaderAt, s *backgroundSearch, yield func(line []byte) bool) error {
	b := newBlocks(section(file, span{0, s.from}), blockSize)
	if !r.lines(b, yield) {
		return nil
	}
	<-s.done
	for _, found := range s.found {
		b.turn(section(file, found))
		if !r.lines(b, yield) {
			return nil
		}
	}
	return cmp.Or(b.err, s.err)
}

// end stops a search; the file may be closed then.
func (s *backgroundSearch) end() {
	s.stop.Store(true)
	<-s.done
}
