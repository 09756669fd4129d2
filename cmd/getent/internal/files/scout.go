package files

import (
	"bytes"
	"cmp"
	"io"
	"math"
	"sync/atomic"
)

// scoutSize is how large a file must be for a second thread to search the half
// of it: for smaller ones starting it takes longer than it saves.
const scoutSize = 16 << 20

// A scout searches the second half of a file while the first is read. It only
// notes where a finder finds lines: they are read in turn when the first half
// is through, so that the order of the file remains that of the answers.
type scout struct {
	from  int64 // where the second half starts
	found []span
	err   error // a problem in the second half
	stop  atomic.Bool
	done  chan struct{}
}

// span is whole lines of a file: the bytes from start up to end.
type span struct{ start, end int64 }

// maxSpans bounds the memory of a scout. The last one is all the rest.
const maxSpans = 1024

// newScout sends a scout into a file, to the first line behind an offset, or
// returns nil where there is none near.
func newScout(file io.ReaderAt, offset int64, find finder) *scout {
	from, ok := lineStart(file, offset)
	if !ok {
		return nil
	}
	s := &scout{from: from, done: make(chan struct{})}
	b := newBlocks(section(file, span{from, math.MaxInt64}), blockSize)
	b.most = blockSize
	go s.search(b, find)
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

// search ends at a line that takes more memory than the scout may have.
func (s *scout) search(b *blocks, find finder) {
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

// add notes lines to be read.
func (s *scout) add(lines span) {
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
func (s *scout) full() bool {
	n := len(s.found)
	return n > 0 && s.found[n-1].end == math.MaxInt64
}

// halves reads the lines before those of the scout, and then those it has found.
func (r *reading) halves(file io.ReaderAt, s *scout, yield func(line []byte) bool) error {
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

// end calls a scout back; the file may be closed then.
func (s *scout) end() {
	s.stop.Store(true)
	<-s.done
}
