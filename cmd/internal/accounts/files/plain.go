package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
)

// plainLines counts the bytes of the whole lines at the start of a block, with
// their newlines, for which plain is true. It makes listing fast: these are
// printed as they stand, and not parsed. plain may be wrong about lines that
// would be printed so too.
func plainLines(plain func(line []byte) bool) func(block []byte) int {
	return func(block []byte) (n int) {
		for {
			i := bytes.IndexByte(block[n:], '\n')
			if i < 0 || !plain(block[n:n+i]) {
				return n
			}
			n += i + 1
		}
	}
}

// plainPasswd is for lines of passwd that both libcs take for users and print
// without a change.
func plainPasswd(line []byte) bool {
	line, ok := plainStart(line)
	if !ok {
		return false
	}
	if line, ok = plainNumber(line); !ok { // the group's
		return false
	}
	gecos := lines.NearColon(line)
	if gecos < 0 {
		return false
	}
	dir := lines.NearColon(line[gecos+1:])
	return dir >= 0 && lines.NearColon(line[gecos+1+dir+1:]) < 0
}

// plainGroup is plainPasswd for group.
func plainGroup(line []byte) bool {
	members, ok := plainStart(line)
	if !ok || bytes.IndexByte(members, ':') >= 0 {
		return false
	}
	for len(members) > 0 {
		if members[0] == ',' || entry.IsSpace(members[0]) {
			return false
		}
		i := bytes.IndexByte(members, ',')
		if i < 0 {
			return true
		}
		if members = members[i+1:]; len(members) == 0 {
			return false
		}
	}
	return true
}

// plainStart reads a name, a password and a number with the colons after them.
func plainStart(line []byte) (rest []byte, ok bool) {
	// Blanks, comments and the signs of compat entries are below the digits.
	if len(line) == 0 || line[0] < '0' || line[0] == ':' {
		return nil, false
	}
	name := lines.NearColon(line)
	if name < 0 {
		return nil, false
	}
	password := lines.NearColon(line[name+1:])
	if password < 0 {
		return nil, false
	}
	return plainNumber(line[name+1+password+1:])
}

// plainNumber reads a number as it would be printed, and the colon after it.
func plainNumber(field []byte) (rest []byte, ok bool) {
	n := 0
	for n < len(field) && field[n] >= '0' && field[n] <= '9' {
		n++
	}
	if n == 0 || n > lines.MaxDigits || n == len(field) || field[n] != ':' || field[0] == '0' && n > 1 {
		return nil, false
	}
	return field[n+1:], true
}
