package rules

import (
	"bytes"
	"regexp"
	"strings"
)

// back bounds the bytes before a place in which the value of a name is looked for.
const back = 16 << 10

var identifier = regexp.MustCompile(`^[A-Za-z_]\w*$`)

// Literal returns the string literal that an argument stands for, with its quotes: the
// argument, or what a variable or a macro of that name was last given before the place.
// Where there is none it returns the argument.
func (s *Site) Literal(arg string) string {
	if !identifier.MatchString(arg) {
		return arg
	}
	src := s.Src[max(0, s.Token.Start-back):s.Token.Start]
	for {
		i := bytes.LastIndex(src, []byte(arg))
		if i < 0 {
			return arg
		}
		if text, ok := given(src[:i], string(src[i+len(arg):min(len(src), i+len(arg)+longestPrefix)])); ok {
			return text
		}
		src = src[:i]
	}
}

// given is the literal that follows a name in its definition.
func given(before []byte, rest string) (string, bool) {
	if n := len(before); n > 0 && wordByte(before[n-1]) {
		return "", false
	}
	line, _, _ := strings.Cut(rest, "\n")
	value := strings.TrimLeft(line, " \t")
	if brackets, after, ok := strings.Cut(value, "]"); ok && strings.HasPrefix(brackets, "[") {
		value = strings.TrimLeft(after, " \t")
	}
	value, assigned := strings.CutPrefix(value, "=")
	if !assigned && !bytes.HasSuffix(bytes.TrimRight(before, " \t"), []byte("define")) {
		return "", false
	}
	value = strings.TrimLeft(value, " \t")
	return strings.TrimRight(value, "; \t\r"), strings.HasPrefix(value, `"`)
}

func wordByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
}
