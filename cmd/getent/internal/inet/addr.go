package inet

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/lines"
)

// Addr is an IPv4 or IPv6 address. An IPv4 address is in IP[12:].
type Addr struct {
	IP    [16]byte
	Is6   bool
	Scope uint32 // of a link-local IPv6 address: the index of its interface
}

// V4 returns an IPv4 address from its number in host order.
func V4(n uint32) (a Addr) {
	a.IP[12], a.IP[13], a.IP[14], a.IP[15] = byte(n>>24), byte(n>>16), byte(n>>8), byte(n)
	return a
}

// FromBytes returns the address of 4 or 16 bytes.
func FromBytes(b []byte) (a Addr) {
	a.Is6 = len(b) == 16
	copy(a.IP[16-len(b):], b)
	return a
}

var mappedPrefix = [12]byte{10: 0xff, 11: 0xff}

// Mapped tells whether an address is an IPv4-mapped IPv6 address.
func (a Addr) Mapped() bool { return a.Is6 && [12]byte(a.IP[:12]) == mappedPrefix }

// Map returns the IPv4-mapped IPv6 address of an IPv4 address.
func (a Addr) Map() Addr {
	copy(a.IP[:], mappedPrefix[:])
	a.Is6 = true
	return a
}

// Unmap returns the IPv4 address of an IPv4-mapped one.
func (a Addr) Unmap() Addr {
	return FromBytes(a.IP[12:])
}

// Loopback6 is ::1.
var Loopback6 = Addr{IP: [16]byte{15: 1}, Is6: true}

// Parse reads an address as inet_pton(3): four decimal parts, or IPv6.
func Parse(text string) (Addr, bool) {
	if strings.IndexByte(text, ':') >= 0 {
		return parse6(text)
	}
	var a Addr
	if !parse4(text, a.IP[12:]) {
		return Addr{}, false
	}
	return a, true
}

func parse4(text string, out []byte) bool {
	for i := range out {
		var part string
		if i < 3 {
			var dot bool
			if part, text, dot = strings.Cut(text, "."); !dot {
				return false
			}
		} else {
			part = text
		}
		if part == "" || len(part) > 3 || len(part) > 1 && part[0] == '0' {
			return false
		}
		value := 0
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return false
			}
			value = value*10 + int(c-'0')
		}
		if value > 255 {
			return false
		}
		out[i] = byte(value)
	}
	return true
}

func parse6(text string) (Addr, bool) {
	a := Addr{Is6: true}
	gap, n := -1, 0
	if strings.HasPrefix(text, "::") {
		gap, text = 0, text[2:]
	}
	for text != "" {
		if n == 16 {
			return Addr{}, false
		}
		digits := 0
		for digits < len(text) && lines.Digit(text[digits]) < 16 {
			digits++
		}
		if digits < len(text) && text[digits] == '.' {
			if n > 12 || !parse4(text, a.IP[n:n+4]) {
				return Addr{}, false
			}
			n += 4
			break
		}
		if digits == 0 || digits > 4 {
			return Addr{}, false
		}
		value, _ := strconv.ParseUint(text[:digits], 16, 16)
		a.IP[n], a.IP[n+1] = byte(value>>8), byte(value)
		n += 2
		if text = text[digits:]; text == "" {
			break
		}
		if text[0] != ':' || len(text) == 1 {
			return Addr{}, false
		}
		text = text[1:]
		if text[0] == ':' {
			if gap >= 0 {
				return Addr{}, false
			}
			gap, text = n, text[1:]
		}
	}
	switch {
	case gap < 0:
		return a, n == 16
	case n == 16:
		return Addr{}, false
	}
	copy(a.IP[16-(n-gap):], a.IP[gap:n])
	clear(a.IP[gap : 16-(n-gap)])
	return a, true
}

// Text writes an address as inet_ntop(3), without its scope. Of IPv4 addresses
// in IPv6 ones musl knows only the mapped ones, not ::1.2.3.4.
func (a Addr) Text(glibc bool) string {
	if !a.Is6 {
		return dotted(a.IP[12:])
	}
	start, length := a.zeros()
	var b []byte
	for i := 0; i < 16; {
		if i == start {
			b = append(b, ':', ':')
			i += length
			continue
		}
		if i > 0 && i != start+length {
			b = append(b, ':')
		}
		if i == 12 && start == 0 && (length == 12 && glibc || length == 10 && a.IP[10] == 0xff && a.IP[11] == 0xff) {
			return string(b) + dotted(a.IP[12:])
		}
		b = strconv.AppendUint(b, uint64(a.IP[i])<<8|uint64(a.IP[i+1]), 16)
		i += 2
	}
	return string(b)
}

// zeros finds the first longest run of at least two zero groups.
func (a Addr) zeros() (start, length int) {
	start = -1
	for i := 0; i < 16; i += 2 {
		n := 0
		for i+n < 16 && a.IP[i+n] == 0 && a.IP[i+n+1] == 0 {
			n += 2
		}
		if n > length && n > 2 {
			start, length = i, n
		}
	}
	return start, length
}

func dotted(b []byte) string {
	var out []byte
	for i, part := range b {
		if i > 0 {
			out = append(out, '.')
		}
		out = strconv.AppendUint(out, uint64(part), 10)
	}
	return string(out)
}

// Decimal writes one part of an address.
func Decimal(part byte) string { return strconv.Itoa(int(part)) }
