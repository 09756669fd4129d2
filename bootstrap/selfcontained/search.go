package selfcontained

import (
	"bytes"
	"io"
	"os"

	"github.com/serpent-os/wildebeest/internal/compression"
	"github.com/serpent-os/wildebeest/internal/sparse"
)

// block is how much of a file is searched at a time; shown is how much text
// around a reference is reported. Both in bytes.
const (
	block = 1 << 20
	shown = 60
)

// maxPlain bounds how much of a compressed file is searched, in bytes.
const maxPlain = 1 << 30

// newBuffer makes the buffer of all searches of a check.
func newBuffer() []byte { return make([]byte, block) }

// search returns the text around the first path in a file that begins with
// prefix, or "". Of a compressed file, such as a manual page, it searches the
// decompressed contents.
func search(file *os.File, prefix string, buffer []byte) (string, error) {
	n, err := file.ReadAt(buffer[:headSize], 0)
	if err != nil && err != io.EOF {
		return "", err
	}
	if compression.Known(buffer[:n]) {
		if plain, err := compression.Open(file); err == nil {
			if text, err := searchIn(io.LimitReader(plain, maxPlain), prefix, buffer); err == nil {
				return text, nil
			}
		}
		// Only the first bytes are those of a compressed file.
	}
	return searchIn(sparse.Data(file), prefix, buffer)
}

func searchIn(in io.Reader, prefix string, buffer []byte) (string, error) {
	keep := len(prefix) + shown // of the block before
	have := 0
	for {
		n, err := io.ReadFull(in, buffer[have:])
		have += n
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return "", err
		}
		last := err != nil
		// At the end of a block, what follows the prefix is still to come.
		if at := index(buffer[:have], prefix); at >= 0 && (last || at+keep <= have) {
			return around(buffer[:have], at), nil
		}
		if last {
			return "", nil
		}
		have = copy(buffer, buffer[have-keep:have])
	}
}

// index finds prefix as a path, not as the beginning of a longer name.
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

// around is the printable text around the position at.
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
