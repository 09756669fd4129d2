package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
)

// numberOrName makes the query of a key that is a number when its first byte is
// a digit. As atol(3) does, it stops at what is no digit and saturates.
func numberOrName(key string) entry.Query {
	n := 0
	for n < len(key) && key[n] >= '0' && key[n] <= '9' {
		n++
	}
	if n == 0 {
		return entry.Query{Kind: entry.ByName, Name: key}
	}
	number, _ := strconv.ParseInt(key[:n], 10, 64) // the error is a saturated number
	return entry.Query{Kind: entry.ByNumber, Number: uint32(number)}
}

// appendPadded appends text and blanks up to width.
func appendPadded[T []byte | string](b []byte, text T, width int) []byte {
	b = append(b, text...)
	for n := len(text); n < width; n++ {
		b = append(b, ' ')
	}
	return b
}

// writeRow writes the start of a row and the aliases after it.
func (s *session) writeRow(b []byte, aliases entry.Words) bool {
	s.out.Write(b)
	for alias := range aliases.All() {
		s.out.WriteByte(' ')
		s.out.Write(alias)
	}
	s.out.WriteByte('\n')
	return true
}
