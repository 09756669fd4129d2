package facts

import "github.com/serpent-os/wildebeest/wildebeest/lex"

// A pasted is where the body of a #define gives arguments to one of its own parameters,
// as in #define LIST(X) X(WRITE, write): what becomes of them, the macro that is given
// decides, and mostly it makes other names of them.
type pasted struct {
	body       lex.Lexer
	parameters map[string]bool
	src        []byte
	last       lex.Token
	begin, end int // of the arguments of the call that was read last
}

// pasted begins behind the name of a macro that is being defined.
func (r *pass) pasted() *pasted {
	p := &pasted{body: r.lex.Within(ahead), src: r.src}
	if first := p.body.Next(); first.Kind != lex.Punct || first.Byte != '(' {
		return p
	}
	parameters := map[string]bool{}
	t := p.body.Next()
	for ; t.Kind == lex.Ident || t.Kind == lex.Punct && t.Byte == ','; t = p.body.Next() {
		if t.Kind == lex.Ident {
			parameters[r.text(t)] = true
		}
	}
	if t.Kind == lex.Punct && t.Byte == ')' {
		p.parameters = parameters
	}
	return p
}

// within reports whether a place lies in such arguments. Places come in order.
func (p *pasted) within(at int) bool {
	for p.parameters != nil && p.end <= at && p.next() {
	}
	return p.begin <= at && at < p.end
}

// next reads on to the next call, or to the end of the body.
func (p *pasted) next() bool {
	for t := p.body.Next(); t.Kind != lex.Newline && t.Kind != lex.EOF; t = p.body.Next() {
		if t.Kind == lex.Punct && t.Byte == '(' && p.last.Kind == lex.Ident && p.parameters[string(p.src[p.last.Start:p.last.End])] {
			p.last, p.begin, p.end = t, t.End, p.closing()
			return true
		}
		p.last = t
	}
	p.parameters = nil
	return false
}

// closing is where the parenthesis ends that was read last.
func (p *pasted) closing() int {
	for depth := 1; ; {
		t := p.body.Next()
		switch {
		case t.Kind == lex.Newline || t.Kind == lex.EOF:
			return t.Start
		case t.Kind == lex.Punct && t.Byte == '(':
			depth++
		case t.Kind == lex.Punct && t.Byte == ')':
			if depth--; depth == 0 {
				return t.Start
			}
		}
	}
}
