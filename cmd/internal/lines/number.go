package lines

import "github.com/serpent-os/wildebeest/cmd/internal/entry"

// Strtoul reads a number at the start of b as strtoul(3) does in the given base
// (0, 8, 10 or 16), saturating at the largest. n is how many bytes it takes, 0
// when there is no number. negative numbers wrap.
func Strtoul(b []byte, base uint64) (value uint64, n int) {
	i := 0
	for i < len(b) && entry.IsSpace(b[i]) {
		i++
	}
	negative := false
	if i < len(b) && (b[i] == '+' || b[i] == '-') {
		negative = b[i] == '-'
		i++
	}
	hex := i+2 < len(b) && b[i] == '0' && b[i+1]|0x20 == 'x' && Digit(b[i+2]) < 16
	switch {
	case hex && (base == 0 || base == 16):
		base, i = 16, i+2
	case base == 0 && i < len(b) && b[i] == '0':
		base = 8
	case base == 0:
		base = 10
	}
	first, over := i, false
	for ; i < len(b) && Digit(b[i]) < base; i++ {
		d := Digit(b[i])
		if value > (1<<64-1-d)/base {
			over = true
		}
		value = value*base + d
	}
	switch {
	case i == first:
		return 0, 0
	case over:
		return 1<<64 - 1, i
	case negative:
		return -value, i
	}
	return value, i
}

// Digit is the value of a digit, 255 for any other byte.
func Digit(c byte) uint64 {
	switch {
	case c >= '0' && c <= '9':
		return uint64(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return uint64(c|0x20-'a') + 10
	}
	return 255
}

// ID reads a whole field as a 32-bit number. Debian's glibc leaves out lines
// with larger or negative ones (observed on 2.36; upstream's clamps them).
func ID(b []byte) (uint32, bool) {
	if v, ok := plainID(b); ok {
		return v, true
	}
	v, n := Strtoul(b, 10)
	return uint32(v), n > 0 && n == len(b) && v <= 1<<32-1
}

// plainID is the fast way for the usual short run of digits.
func plainID(b []byte) (uint32, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	var v uint32
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + uint32(c-'0')
	}
	return v, true
}

// MuslID reads a run of digits at the start of b, none of them being 0, and
// wraps at 32 bits, as musl does.
func MuslID(b []byte) (v uint32, rest []byte) {
	for len(b) > 0 && b[0] >= '0' && b[0] <= '9' {
		v = v*10 + uint32(b[0]-'0')
		b = b[1:]
	}
	return v, b
}

// WholeNumber reads a key that is a base-10 number and nothing else, as
// strtoul(3) does: blanks and a sign may lead, and it saturates at 64 bits.
func WholeNumber(key string) (uint64, bool) {
	v, n := Strtoul([]byte(key), 10)
	return v, n > 0 && n == len(key)
}
