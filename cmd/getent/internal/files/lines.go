// Package files reads the databases in /etc.
package files

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/fsys"
)

// Limits of memory: a block is read at once, and a line longer than maxLine is
// left out with a warning. A group of 100,000 members is a line of 1 MB.
const (
	blockSize = 128 << 10
	maxLine   = 4 << 20
)

var errLongLine = errors.New("left out a line longer than " + strconv.Itoa(maxLine>>20) + " MiB: split it")

// lines reads a file in blocks of whole lines.
type lines struct {
	file  io.Reader
	buf   []byte
	start int  // of what block hasn't returned yet
	end   int  // of what was read
	long  bool // inside a line that is longer than maxLine
	eof   bool
	err   error // the first problem, once eof
}

func newLines(file io.Reader) *lines { return &lines{file: file, buf: make([]byte, blockSize)} }

// block returns the next whole lines with their newlines; only the last line of
// the file may lack it. It returns nil at the end.
func (l *lines) block() []byte {
	for !l.eof {
		if l.start > 0 {
			copy(l.buf, l.buf[l.start:l.end])
			l.start, l.end = 0, l.end-l.start
		}
		if l.end == len(l.buf) {
			l.grow()
		}
		scanned := l.end
		n, err := l.file.Read(l.buf[l.end:])
		l.end += n
		if err != nil {
			l.eof = true
			if err != io.EOF {
				l.err = err
			}
		}
		if l.long && !l.skipLong(scanned) {
			continue
		}
		if i := bytes.LastIndexByte(l.buf[scanned:l.end], '\n'); i >= 0 {
			l.start = scanned + i + 1
			return l.buf[:l.start]
		}
	}
	rest := l.buf[l.start:l.end]
	l.start = l.end
	if len(rest) == 0 {
		return nil
	}
	return rest
}

// grow makes room for a longer line, or starts to leave it out.
func (l *lines) grow() {
	if len(l.buf) < maxLine {
		buf := make([]byte, 2*len(l.buf))
		copy(buf, l.buf[:l.end])
		l.buf = buf
		return
	}
	l.long, l.end, l.err = true, 0, errLongLine
}

// skipLong drops what was read of an overlong line; true when the line ended.
func (l *lines) skipLong(from int) bool {
	i := bytes.IndexByte(l.buf[from:l.end], '\n')
	if i < 0 {
		l.end = 0
		return false
	}
	copy(l.buf, l.buf[from+i+1:l.end])
	l.end -= from + i + 1
	l.long = false
	return true
}

// scan calls yield with each line that contains the pattern, without its
// newline and cut at a NUL, until yield returns false. Looking for the pattern
// in whole blocks is what makes lookups fast: yield parses what is left.
func (l *lines) scan(pattern string, last lastLine, yield func(line []byte) bool) error {
	want := []byte(pattern)
	for {
		block := l.block()
		if block == nil {
			return l.err
		}
		if (last == cutLast || last == dropLast) && l.eof && block[len(block)-1] != '\n' {
			block = last.shorten(block)
		}
		nul := bytes.IndexByte(block, 0) >= 0
		for len(block) > 0 {
			start := 0
			if len(want) > 0 {
				at := bytes.Index(block, want)
				if at < 0 {
					break
				}
				start = bytes.LastIndexByte(block[:at], '\n') + 1
			}
			line := block[start:]
			if end := bytes.IndexByte(line, '\n'); end >= 0 {
				block = line[end+1:]
				if last == newlines {
					end++
				}
				line = line[:end]
			} else {
				block = nil
			}
			if nul {
				line = cutNUL(line)
			}
			if !yield(line) {
				return nil
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
	newlines          // all of it, and every other line with its newline
)

func (last lastLine) shorten(block []byte) []byte {
	if last == cutLast {
		return block[:len(block)-1]
	}
	return block[:bytes.LastIndexByte(block, '\n')+1]
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
