// Package cmake follows a configuration that is written for CMake: it executes the
// commands with the answers that one C library gives, and takes what it can't know as
// unknown. cmake-language(7) states the language.
package cmake

import "strings"

// command is a call, with what belongs to it where it opens a block.
type command struct {
	name     string // lower case
	args     []argument
	at       int
	branches []branch  // of if
	body     []command // of foreach, while, function and macro
}

type branch struct {
	test []argument // nil is else
	body []command
}

type argument struct {
	text    string
	quoted  bool
	bracket bool // [[…]]: nothing is expanded
}

// parser reads the commands of a file; it takes any text.
type parser struct {
	src   string
	pos   int
	depth int
}

// maxBlocks bounds the nesting of blocks.
const maxBlocks = 60

// block reads commands up to one that ends the block, which it returns.
func (p *parser) block(ends ...string) (body []command, end command) {
	p.depth++
	defer func() { p.depth-- }()
	for {
		c, ok := p.command()
		if !ok {
			return body, command{}
		}
		for _, e := range ends {
			if c.name == e {
				return body, c
			}
		}
		if p.depth < maxBlocks {
			p.open(&c)
		}
		body = append(body, c)
	}
}

// open reads the block that a command opens.
func (p *parser) open(c *command) {
	switch c.name {
	case "if":
		test := c.args
		for {
			body, end := p.block("elseif", "else", "endif")
			c.branches = append(c.branches, branch{test, body})
			if end.name == "else" {
				test = nil
			} else if test = end.args; test == nil {
				test = []argument{}
			}
			if end.name == "endif" || end.name == "" {
				return
			}
		}
	case "foreach", "while", "function", "macro":
		c.body, _ = p.block("end" + c.name)
	}
}

// command reads the next NAME(ARGUMENT …).
func (p *parser) command() (command, bool) {
	for p.pos < len(p.src) {
		b := p.src[p.pos]
		switch {
		case b == '#':
			p.comment()
		case isWord(b):
			start := p.pos
			for p.pos < len(p.src) && isWord(p.src[p.pos]) {
				p.pos++
			}
			name := strings.ToLower(p.src[start:p.pos])
			for p.pos < len(p.src) && (p.src[p.pos] == ' ' || p.src[p.pos] == '\t' || p.src[p.pos] == '\n') {
				p.pos++
			}
			if p.pos < len(p.src) && p.src[p.pos] == '(' {
				p.pos++
				return command{name: name, args: p.arguments(), at: start}, true
			}
		default:
			p.pos++
		}
	}
	return command{}, false
}

func isWord(b byte) bool {
	return b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// comment skips # to the line's end, or #[[…]].
func (p *parser) comment() {
	if text := p.src[p.pos+1:]; strings.HasPrefix(text, "[") {
		p.pos++
		if _, ok := p.bracketed(); ok {
			return
		}
	}
	if i := strings.IndexByte(p.src[p.pos:], '\n'); i >= 0 {
		p.pos += i
		return
	}
	p.pos = len(p.src)
}

// bracketed reads [=*[…]=*], and nothing where there is none.
func (p *parser) bracketed() (string, bool) {
	rest := p.src[p.pos:]
	n := 1
	for n < len(rest) && rest[n] == '=' {
		n++
	}
	if n >= len(rest) || rest[n] != '[' {
		return "", false
	}
	ending := "]" + rest[1:n] + "]"
	text, _, ok := strings.Cut(rest[n+1:], ending)
	if !ok {
		return "", false
	}
	p.pos += n + 1 + len(text) + len(ending)
	return text, true
}

// arguments reads up to the parenthesis that closes the command. Parentheses within
// are arguments.
func (p *parser) arguments() []argument {
	out := []argument{}
	depth := 1
	for p.pos < len(p.src) {
		switch b := p.src[p.pos]; {
		case b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ';':
			p.pos++
		case b == '#':
			p.comment()
		case b == '(':
			depth++
			out = append(out, argument{text: "("})
			p.pos++
		case b == ')':
			p.pos++
			if depth--; depth == 0 {
				return out
			}
			out = append(out, argument{text: ")"})
		case b == '"':
			out = append(out, argument{text: p.quoted(), quoted: true})
		default:
			if b == '[' {
				if text, ok := p.bracketed(); ok {
					out = append(out, argument{text: text, quoted: true, bracket: true})
					continue
				}
			}
			out = append(out, argument{text: p.unquoted()})
		}
	}
	return out
}

func (p *parser) quoted() string {
	p.pos++
	var b strings.Builder
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case c == '"':
			p.pos++
			return b.String()
		case c == '\\' && p.pos+1 < len(p.src):
			p.escape(&b)
		default:
			b.WriteByte(c)
			p.pos++
		}
	}
	return b.String()
}

// escape reads a backslash and what follows it.
func (p *parser) escape(b *strings.Builder) {
	c := p.src[p.pos+1]
	p.pos += 2
	switch c {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case 'r', '\n':
	case ';':
		b.WriteString(`\;`)
	case '$':
		b.WriteByte(dollar)
	default:
		b.WriteByte(c)
	}
}

// dollar stands for an escaped $ until variables are expanded.
const dollar = '\x01'

func (p *parser) unquoted() string {
	var b strings.Builder
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case strings.IndexByte(" \t\r\n()#\"", c) >= 0:
			if c == '"' && b.Len() > 0 { // -Da="b c"
				b.WriteString(p.quoted())
				continue
			}
			return b.String()
		case c == ';':
			return b.String()
		case c == '\\' && p.pos+1 < len(p.src):
			p.escape(&b)
		default:
			b.WriteByte(c)
			p.pos++
		}
	}
	return b.String()
}
