package printable

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// Percent is the name of a file for JSON, which has no bytes that are no UTF-8:
// such bytes are percent-encoded, and so are the percent signs of a name that
// has them, or in which one already stands before two hexadecimal digits. No two
// names become one, and decoding the percents gives the name.
func Percent(name string) string {
	if utf8.ValidString(name) && !encoded(name) {
		return name
	}
	const digits = "0123456789ABCDEF"
	var out strings.Builder
	for i := 0; i < len(name); {
		r, size := utf8.DecodeRuneInString(name[i:])
		if r == '%' || r == utf8.RuneError && size == 1 {
			out.Write([]byte{'%', digits[name[i]>>4], digits[name[i]&15]})
		} else {
			out.WriteString(name[i : i+size])
		}
		i += size
	}
	return out.String()
}

// Unpercent is the name of which Percent made this one.
func Unpercent(name string) string {
	if !encoded(name) {
		return name
	}
	plain, err := url.PathUnescape(name)
	if err != nil {
		return name
	}
	return plain
}

// encoded tells whether a percent sign stands before two hexadecimal digits.
func encoded(name string) bool {
	for i := range len(name) - 2 {
		if name[i] == '%' && hexadecimal(name[i+1]) && hexadecimal(name[i+2]) {
			return true
		}
	}
	return false
}

func hexadecimal(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
