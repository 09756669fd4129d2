package alone

import (
	"bytes"
	"io"
	"os"

	"github.com/serpent-os/wildebeest/wildebeest/compression"
)

// block is how much of a file is searched at a time, in bytes; shown is how much
// is told of what is found.
const (
	block = 1 << 20
	shown = 60
)

// maxPlain bounds how much of a compressed file is searched, in bytes.
const maxPlain = 1 << 30

// search returns the text around the first place in a file that has prefix as a
// path, or "". A compressed file, as a manual page, is searched as what it holds.
func search(path, prefix string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	plain, err := compression.Open(file)
	if err == nil {
		var text string
		if text, err = searchIn(io.LimitReader(plain, maxPlain), prefix); err == nil {
			return text, nil
		}
	}
	// It only looks like something compressed.
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	return searchIn(file, prefix)
}

func searchIn(in io.Reader, prefix string) (string, error) {
	keep := len(prefix) + shown // of the block before
	buffer := make([]byte, 0, block+keep)
	for {
		n, err := io.ReadFull(in, buffer[len(buffer):cap(buffer)])
		buffer = buffer[:len(buffer)+n]
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return "", err
		}
		last := err != nil
		// At the end of a block, what follows the prefix is still to come.
		if at := index(buffer, prefix); at >= 0 && (last || at+keep <= len(buffer)) {
			return around(buffer, at), nil
		}
		if last {
			return "", nil
		}
		copy(buffer, buffer[len(buffer)-keep:])
		buffer = buffer[:keep]
	}
}

// index finds prefix as a path: not as the beginning of a longer name.
func index(text []byte, prefix string) int {
	for from := 0; ; {
		at := bytes.Index(text[from:], []byte(prefix))
		if at < 0 {
			return -1
		}
		at += from
		end := at + len(prefix)
		if end == len(text) || !partOfName(text[end]) {
			return at
		}
		from = end
	}
}

func partOfName(c byte) bool {
	return c == '-' || c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// around is the printable text that has the place in it.
func around(text []byte, at int) string {
	printable := func(c byte) bool { return c >= ' ' && c < 0x7f }
	begin, end := at, at
	for begin > 0 && at-begin < shown/2 && printable(text[begin-1]) {
		begin--
	}
	for end < len(text) && end-at < shown && printable(text[end]) {
		end++
	}
	return string(text[begin:end])
}
