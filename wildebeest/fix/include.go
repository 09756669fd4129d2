package fix

import (
	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// includePlace is where an #include may be added: behind the last <…> before the code
// that no condition decides, else before the first include, else behind the guard, the
// feature macros and pragmas at the top. False where a line goes on over its end.
func includePlace(src []byte) (int, bool) {
	l := lex.New(src, false)
	p := places{src: src, first: -1, angled: -1}
	for t := l.Next(); t.Kind == lex.Hash || t.Kind == lex.Newline; t = l.Next() {
		if t.Kind == lex.Hash {
			p.directive(l, t)
		}
	}
	switch {
	case p.angled >= 0:
		return p.angled, true
	case p.first >= 0:
		return p.first, true
	}
	return p.top, true
}

// places are what is found among the directives at the top of a file.
type places struct {
	src                []byte
	depth, guards      int    // of conditions; those of the include guard
	guard              string // its macro, as the first directive asks
	count              int    // of directives
	first, angled, top int
}

// directive looks at one, of which the # has been read.
func (p *places) directive(l *lex.Lexer, hash lex.Token) {
	p.count++
	word := l.Next()
	name := ""
	if word.Kind == lex.Ident {
		name = string(p.src[word.Start:word.End])
	}
	rest := string(l.Rest())
	end := lineEnd(p.src, word.End)
	fields := firstWord(rest)
	switch name {
	case "if", "ifdef", "ifndef":
		p.depth++
		if name == "ifndef" && p.count == 1 {
			p.guard = fields
		}
	case "endif":
		p.depth = max(p.depth-1, 0)
	case "define":
		if p.guard != "" && fields == p.guard && p.depth == 1 {
			p.guards = 1
		}
		if p.depth == p.guards {
			p.top = end
		}
	case "pragma":
		if p.depth == p.guards {
			p.top = end
		}
	case "include":
		if p.depth != p.guards {
			return
		}
		if p.first < 0 {
			p.first = lineStart(p.src, hash.Start)
		}
		if len(rest) > 0 && fields != "" && fields[0] == '<' {
			p.angled = end
		}
	}
}

// firstWord is the first word of a line.
func firstWord(line string) string {
	begin := 0
	for begin < len(line) && (line[begin] == ' ' || line[begin] == '\t') {
		begin++
	}
	end := begin
	for end < len(line) && line[end] != ' ' && line[end] != '\t' && line[end] != '\n' && line[end] != '\r' {
		end++
	}
	return line[begin:end]
}

// lineEnd is the place behind the line's end, over those that a backslash joins.
func lineEnd(src []byte, at int) int {
	for ; at < len(src); at++ {
		if src[at] == '\n' && (at == 0 || src[at-1] != '\\') {
			return at + 1
		}
	}
	return at
}

func lineStart(src []byte, at int) int {
	for at > 0 && src[at-1] != '\n' {
		at--
	}
	return at
}
