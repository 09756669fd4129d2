// Package inet reads and writes Internet addresses as the C library does.
package inet

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
)

// Aton reads an IPv4 address as inet_aton(3): one to four parts apart by dots,
// decimal, octal or hexadecimal, of which the last one fills what is left. White
// space and anything after it may follow. The result is in host order.
func Aton(text string) (uint32, bool) {
	address, rest, ok := aton(text)
	return address, ok && (rest == "" || entry.IsSpace(rest[0]))
}

// AtonWhole is Aton where nothing may follow.
func AtonWhole(text string) (uint32, bool) {
	address, rest, ok := aton(text)
	return address, ok && rest == ""
}

func aton(text string) (address uint32, rest string, ok bool) {
	for shift := 24; ; shift -= 8 {
		part, n := number(text)
		if n == 0 {
			return 0, "", false
		}
		text = text[n:]
		if text == "" || text[0] != '.' {
			if shift < 24 && part>>(shift+8) != 0 {
				return 0, "", false
			}
			return address | uint32(part), text, part <= 1<<32-1
		}
		if part > 255 || shift == 0 {
			return 0, "", false
		}
		address |= uint32(part) << shift
		text = text[1:]
	}
}

// number reads one part in base 8, 10 or 16; n is how many bytes it takes.
func number(text string) (value uint64, n int) {
	base := uint64(10)
	if text != "" && text[0] == '0' {
		base = 8
		if len(text) > 2 && text[1]|0x20 == 'x' && lines.Digit(text[2]) < 16 {
			base, n = 16, 2
		}
	}
	for ; n < len(text) && lines.Digit(text[n]) < base; n++ {
		if value = value*base + lines.Digit(text[n]); value > 1<<32-1 {
			value = 1 << 32 // too large, and stays so
		}
	}
	return value, n
}
