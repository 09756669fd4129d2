package databases

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
)

// byName makes the query of a key that is a name.
func byName(key string) entry.Query { return entry.Query{Kind: entry.ByName, Name: key} }

// idOrName makes the query of a user or group key. A whole number is an id and
// never a name; it saturates at 64 bits and is then cut to 32.
func idOrName(key string) entry.Query {
	if number, ok := lines.WholeNumber(key); ok {
		return entry.Query{Kind: entry.ByNumber, Number: uint32(number)}
	}
	return byName(key)
}

// numberOrName makes the query of a key that is a number when its first byte is
// a digit. As atol(3) does, it stops at what is no digit and saturates.
func numberOrName(key string) entry.Query {
	n := 0
	for n < len(key) && key[n] >= '0' && key[n] <= '9' {
		n++
	}
	if n == 0 {
		return byName(key)
	}
	number, _ := strconv.ParseInt(key[:n], 10, 64) // the error is a saturated number
	return entry.Query{Kind: entry.ByNumber, Number: uint32(number)}
}
