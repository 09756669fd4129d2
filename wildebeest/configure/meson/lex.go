// Package meson follows a configuration that is written for Meson: it executes the
// statements with the answers that one C library gives, and takes what it can't know
// as unknown. Meson's reference manual states the language.
package meson

import "strings"

// token is a word of the language: kind is 'i' for an identifier or keyword, 's' for a
// string (text is its value), 'n' for a number, '\n' for the end of a statement, 0 for
// the end of the file, or 'o' for an operator.
type token struct {
	kind byte
	text string
	at   int
}

// tokens splits a file; it takes any text. Line ends within brackets are none.
func tokens(src string) []token {
	var out []token
	nested := 0
	for pos := 0; pos < len(src); {
		b := src[pos]
		switch {
		case b == '\n':
			if nested == 0 {
				out = append(out, token{'\n', "\n", pos})
			}
			pos++
		case b == ' ' || b == '\t' || b == '\r' || b == '\f':
			pos++
		case b == '\\' && pos+1 < len(src):
			pos += 2
		case b == '#':
			if i := strings.IndexByte(src[pos:], '\n'); i >= 0 {
				pos += i
			} else {
				pos = len(src)
			}
		case b == '\'' || b == 'f' && pos+1 < len(src) && src[pos+1] == '\'':
			t, end := stringToken(src, pos)
			out = append(out, t)
			pos = end
		case isWord(b):
			start := pos
			for pos < len(src) && isWord(src[pos]) {
				pos++
			}
			kind := byte('i')
			if b >= '0' && b <= '9' {
				kind = 'n'
			}
			out = append(out, token{kind, src[start:pos], start})
		default:
			switch b {
			case '(', '[', '{':
				nested++
			case ')', ']', '}':
				nested = max(nested-1, 0)
			}
			n := 1
			if pos+1 < len(src) {
				switch src[pos : pos+2] {
				case "==", "!=", "<=", ">=", "+=":
					n = 2
				}
			}
			out = append(out, token{'o', src[pos : pos+n], pos})
			pos += n
		}
	}
	return append(out, token{'\n', "\n", len(src)}, token{0, "", len(src)})
}

func isWord(b byte) bool {
	return b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// formatted marks the text of an f'…' string, which holds names of variables.
const formatted = "\x00f"

// stringToken reads a string that begins at a place, and says where it ends.
func stringToken(src string, at int) (token, int) {
	prefix, pos := "", at
	if src[pos] == 'f' {
		prefix = formatted
		pos++
	}
	if strings.HasPrefix(src[pos:], "'''") {
		text, _, ok := strings.Cut(src[pos+3:], "'''")
		if !ok {
			return token{'s', prefix + text, at}, len(src)
		}
		return token{'s', prefix + text, at}, pos + 6 + len(text)
	}
	var b strings.Builder
	for pos++; pos < len(src); pos++ {
		switch c := src[pos]; {
		case c == '\'':
			return token{'s', prefix + b.String(), at}, pos + 1
		case c == '\\' && pos+1 < len(src):
			pos++
			switch src[pos] {
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			case '\'', '\\':
				b.WriteByte(src[pos])
			default:
				b.WriteString(src[pos-1 : pos+1])
			}
		default:
			b.WriteByte(c)
		}
	}
	return token{'s', prefix + b.String(), at}, len(src)
}
