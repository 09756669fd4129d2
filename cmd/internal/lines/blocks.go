package lines

import (
	"bytes"
	"errors"
	"io"
	"strconv"
)

// Limits of memory: a block is read at once, and a line longer than maxLine is
// left out with a warning. A group of 100,000 members is a line of 1 MB.
const (
	minBlock  = 4 << 10
	blockSize = 128 << 10
	MaxLine   = 4 << 20
)

var errLongLine = errors.New("left out a line longer than " + strconv.Itoa(MaxLine>>20) + " MiB: split it")

// blocks cuts a file into blocks of whole lines.
type blocks struct {
	file  io.Reader
	buf   []byte
	most  int   // what buf may grow to: longer lines are left out
	start int   // of what next hasn't returned yet
	end   int   // of what was read
	total int64 // what was ever read
	long  bool  // inside a line that is longer than most
	eof   bool
	err   error // the first problem, once eof
}

// newBlocks reads so many bytes at once, minBlock at least.
func newBlocks(file io.Reader, size int) *blocks {
	return &blocks{file: file, buf: make([]byte, max(size, minBlock)), most: MaxLine}
}

// turn turns to another file when the one before has come to its end.
func (b *blocks) turn(file io.Reader) {
	b.file, b.total, b.eof, b.long = file, 0, false, false
}

// offset is where in the file the block starts that next returned.
func (b *blocks) offset() int64 { return b.total - int64(b.end) }

// next returns the next whole lines with their newlines; only the last line of
// the file may lack it. At the end there are none.
func (b *blocks) next() []byte {
	b.end = copy(b.buf, b.buf[b.start:b.end])
	b.start = 0
	for !b.eof {
		if b.end == len(b.buf) {
			b.grow()
		}
		n, err := b.file.Read(b.buf[b.end:])
		b.total += int64(n)
		if err != nil {
			b.eof = true
			if err != io.EOF {
				b.err = err
			}
		}
		if b.long {
			n = b.skipLong(n)
		}
		scanned := b.end
		b.end += n
		// From the front first: that is fast where there is none.
		if i := bytes.IndexByte(b.buf[scanned:b.end], '\n'); i >= 0 {
			b.start = bytes.LastIndexByte(b.buf[:b.end], '\n') + 1
			return b.buf[:b.start]
		}
	}
	b.start = b.end
	return b.buf[:b.end]
}

// grow makes room for a longer line, or starts to leave it out.
func (b *blocks) grow() {
	if len(b.buf) == b.most {
		b.long, b.end, b.err = true, 0, errLongLine
		return
	}
	buf := make([]byte, min(4*len(b.buf), b.most))
	copy(buf, b.buf)
	b.buf = buf
}

// skipLong drops what was read of an overlong line, all at the buffer's start,
// and returns how much is left.
func (b *blocks) skipLong(n int) int {
	i := bytes.IndexByte(b.buf[:n], '\n')
	if i < 0 {
		return 0
	}
	b.long = false
	return copy(b.buf, b.buf[i+1:n])
}
