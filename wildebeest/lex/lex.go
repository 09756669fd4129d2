// Package lex splits C and C++ source into tokens, fast: one pass over the
// bytes, a table of byte classes, nothing allocated. It never fails: what is
// unterminated ends with the line or the file, what is no C is punctuation.
//
// It knows preprocessing directives from text, comments and literals from
// code, C++ raw strings, digit separators and backslash-newlines between
// tokens. It does not expand macros and does not join an identifier that a
// backslash-newline splits.
package lex

import "bytes"

// Kind is the kind of a token.
type Kind uint8

// The kinds of tokens. Newline is only reported inside a directive, which it
// ends; Hash begins one.
const (
	EOF Kind = iota
	Ident
	Number
	String // string or character literal, with its prefix
	Punct  // one byte; "->" and "..." are several tokens
	Arrow  // ->
	Hash   // # at the start of a line
	Newline
)

// Token is a piece of the source from Start to End, in bytes.
type Token struct {
	Kind       Kind
	Byte       byte // the first byte
	Start, End int
}

// Lexer reads one file.
type Lexer struct {
	src       []byte
	pos       int
	directive bool // inside a directive
	begin     bool // nothing but space since the line began
	raw       bool // R"…" is a raw string
}

// New returns a lexer of C source, or of C++ source where cpp is set.
func New(src []byte, cpp bool) *Lexer {
	return &Lexer{src: src, begin: true, raw: cpp}
}

// Within returns a lexer at the same place that ends n bytes further on: a look
// ahead costs no more than that.
func (l *Lexer) Within(n int) Lexer {
	ahead := *l
	ahead.src = l.src[:min(len(l.src), l.pos+n)]
	return ahead
}

// Offset is how far the lexer is, in bytes.
func (l *Lexer) Offset() int { return l.pos }

// Classes of bytes.
const (
	other = iota
	space
	newline
	letter
	digit
)

// class and word are the byte tables: class tells how a token may begin, word
// whether a byte goes on with an identifier.
var class, word = func() (c [256]uint8, w [256]bool) {
	for b := range 256 {
		switch {
		case b == '\n':
			c[b] = newline
		case b == ' ' || b >= '\t' && b <= '\r':
			c[b] = space
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '$' || b >= 0x80:
			c[b] = letter
			w[b] = true
		case b >= '0' && b <= '9':
			c[b] = digit
			w[b] = true
		}
	}
	return c, w
}()

// Next returns the next token; at the end, and ever after, one of kind EOF.
func (l *Lexer) Next() Token {
	src, p := l.src, l.pos
	for p < len(src) {
		b := src[p]
		switch class[b] {
		case space:
			p++
			continue
		case newline:
			p++
			l.begin = true
			if l.directive {
				l.directive = false
				return l.token(Newline, p-1, p)
			}
			continue
		case letter:
			l.begin = false
			start := p
			for p++; p < len(src) && word[src[p]]; p++ {
			}
			if p < len(src) && (src[p] == '"' || src[p] == '\'') && p-start <= 3 && isPrefix(src[start:p]) {
				return l.token(String, start, l.literal(p, src[p-1] == 'R'))
			}
			return l.token(Ident, start, p)
		case digit:
			l.begin = false
			return l.token(Number, p, l.number(p))
		}
		begin := l.begin
		l.begin = false
		switch b {
		case '/':
			if p+1 < len(src) && src[p+1] == '*' {
				p = l.blockComment(p)
				l.begin = begin
				continue
			}
			if p+1 < len(src) && src[p+1] == '/' {
				p = l.lineEnd(p)
				continue
			}
		case '\\':
			if n := spliced(src[p:]); n > 0 {
				p += n
				l.begin = begin
				continue
			}
		case '"', '\'':
			return l.token(String, p, l.literal(p, false))
		case '.':
			if p+1 < len(src) && class[src[p+1]] == digit {
				return l.token(Number, p, l.number(p))
			}
		case '-':
			if p+1 < len(src) && src[p+1] == '>' {
				return l.token(Arrow, p, p+2)
			}
		case '#':
			if begin {
				l.directive = true
				return l.token(Hash, p, p+1)
			}
		}
		return l.token(Punct, p, p+1)
	}
	if l.directive {
		l.directive = false
		return l.token(Newline, p, p)
	}
	l.pos = p
	return Token{Kind: EOF, Start: p, End: p}
}

func (l *Lexer) token(k Kind, start, end int) Token {
	l.pos = end
	t := Token{Kind: k, Start: start, End: end}
	if start < end {
		t.Byte = l.src[start]
	}
	return t
}

// Rest returns what is left of a directive's line, comments and all, without
// its end; Next goes on there with Newline. Header names are read this way.
func (l *Lexer) Rest() []byte {
	end := l.lineEnd(l.pos)
	rest := l.src[l.pos:end]
	l.pos = end
	return rest
}

// lineEnd returns the place of the newline that ends the logical line.
func (l *Lexer) lineEnd(p int) int {
	for p < len(l.src) {
		i := bytes.IndexByte(l.src[p:], '\n')
		if i < 0 {
			return len(l.src)
		}
		p += i
		if !(p > 0 && l.src[p-1] == '\\' || p > 1 && l.src[p-1] == '\r' && l.src[p-2] == '\\') {
			return p
		}
		p++
	}
	return p
}

// spliced returns the length of the backslash-newline that s begins with, or 0.
func spliced(s []byte) int {
	if len(s) > 1 && s[1] == '\n' {
		return 2
	}
	if len(s) > 2 && s[1] == '\r' && s[2] == '\n' {
		return 3
	}
	return 0
}
