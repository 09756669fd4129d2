package lex

import "bytes"

// blockComment returns the place after the comment that begins at p.
func (l *Lexer) blockComment(p int) int {
	i := bytes.Index(l.src[p+2:], []byte("*/"))
	if i < 0 {
		return len(l.src)
	}
	return p + 2 + i + 2
}

// isPrefix reports whether w may stand before a literal: L, u, U, u8, R, LR, ….
func isPrefix(w []byte) bool {
	switch string(w) {
	case "L", "u", "U", "u8", "R", "LR", "uR", "UR", "u8R":
		return true
	}
	return false
}

// literal returns the place after the literal whose quote is at p. An
// unterminated one ends before its line does.
func (l *Lexer) literal(p int, raw bool) int {
	src, quote := l.src, l.src[p]
	if raw && l.raw && quote == '"' {
		return l.rawString(p)
	}
	for p++; p < len(src); p++ {
		switch src[p] {
		case quote:
			return p + 1
		case '\\':
			if n := spliced(src[p:]); n > 0 {
				p += n - 1
			} else if p+1 < len(src) && src[p+1] != '\n' {
				p++
			}
		case '\n':
			return p
		}
	}
	return len(src)
}

// rawString returns the place after R"delim(…)delim", whose quote is at p. C++
// allows 16 bytes of delimiter; what has none is an ordinary literal.
func (l *Lexer) rawString(p int) int {
	head := l.src[p+1 : min(len(l.src), p+18)]
	i := bytes.IndexByte(head, '(')
	if i < 0 || bytes.ContainsAny(head[:i], " )\\\t\n\"") {
		return l.literal(p, false)
	}
	var buf [20]byte
	end := append(append(append(buf[:0], ')'), head[:i]...), '"')
	body := p + 1 + i + 1
	j := bytes.Index(l.src[body:], end)
	if j < 0 {
		return len(l.src)
	}
	return body + j + len(end)
}

// number returns the place after the preprocessing number that begins at p.
func (l *Lexer) number(p int) int {
	src := l.src
	for p++; p < len(src); p++ {
		b := src[p]
		switch {
		case word[b] || b == '.':
		case b == '\'' && p+1 < len(src) && word[src[p+1]] && class[src[p-1]] == digit: // C++14, C23
			p++
		case (b == '+' || b == '-') && (src[p-1]|0x20 == 'e' || src[p-1]|0x20 == 'p'):
		default:
			return p
		}
	}
	return p
}
