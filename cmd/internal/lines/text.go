package lines

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// TrimLeft strips leading white space.
func TrimLeft(b []byte) []byte {
	for len(b) > 0 && entry.IsSpace(b[0]) {
		b = b[1:]
	}
	return b
}

// Content strips leading white space and tells whether the line has an entry:
// comments and blank lines have none.
func Content(line []byte) ([]byte, bool) {
	if len(line) > 0 && line[0] > '#' {
		return line, true
	}
	line = TrimLeft(line)
	return line, len(line) > 0 && line[0] != '#'
}

// Field cuts line at the first colon. last is true when there was none.
func Field(line []byte) (value, rest []byte, last bool) {
	if i := bytes.IndexByte(line, ':'); i >= 0 {
		return line[:i], line[i+1:], false
	}
	return line, nil, true
}

// SameBytes tells whether a word is a name.
func SameBytes(word []byte, name string) bool { return string(word) == name }

// SameFold folds the case of ASCII letters, as strcasecmp(3) in the C locale.
func SameFold(word []byte, name string) bool {
	if len(word) != len(name) {
		return false
	}
	for i, c := range word {
		if Lower(c) != Lower(name[i]) {
			return false
		}
	}
	return true
}

// Lower is tolower(3) of the C locale.
func Lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
