package files

import "github.com/serpent-os/wildebeest/cmd/internal/lines"

// InetNetwork reads a network number as inet_network(3): up to four parts apart
// by dots, each below 256 and decimal, octal or hexadecimal. Parts that are
// missing are those on the left.
func InetNetwork(text string) (uint32, bool) {
	var address uint32
	for parts := 1; ; parts++ {
		base, digits := uint64(10), 0
		if len(text) > 0 && text[0] == '0' {
			base, digits, text = 8, 1, text[1:]
			if len(text) > 0 && lines.Lower(text[0]) == 'x' {
				base, digits, text = 16, 0, text[1:]
			}
		}
		var part uint32 // wraps, as observed on glibc 2.36
		for len(text) > 0 && lines.Digit(text[0]) < base {
			part = part*uint32(base) + uint32(lines.Digit(text[0]))
			digits++
			text = text[1:]
		}
		if digits == 0 || part > 255 {
			return 0, false
		}
		address = address<<8 | part
		if text == "" || text[0] != '.' {
			return address, trailing(text)
		}
		if parts == 4 {
			return 0, false
		}
		text = text[1:]
	}
}

// trailing tells whether nothing but white space follows.
func trailing(text string) bool {
	for _, c := range []byte(text) {
		if c != ' ' && (c < '\t' || c > '\r') {
			return false
		}
	}
	return true
}
