package meson

// precedence are the binary operators, the loosest first.
var precedence = [][]string{{"or"}, {"and"}, {"==", "!=", "<", "<=", ">", ">=", "in", "not"}, {"+", "-"}, {"*", "/", "%"}}

func (p *parser) expression() *node {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxNesting {
		p.pos = len(p.tokens) - 1
		return &node{op: "none"}
	}
	n := p.binary(0)
	if at := p.peek().at; p.word("?") {
		yes := p.expression()
		p.word(":")
		return &node{op: "?", at: at, kids: []*node{n, yes, p.expression()}}
	}
	return n
}

func (p *parser) binary(level int) *node {
	if level == len(precedence) {
		return p.unary()
	}
	n := p.binary(level + 1)
	for {
		op := ""
		t := p.peek()
		for _, o := range precedence[level] {
			if t.kind != 's' && t.text == o {
				op = o
			}
		}
		if op == "" {
			return n
		}
		p.pos++
		if op == "not" {
			if !p.word("in") {
				return n
			}
			op = "not in"
		}
		n = &node{op: op, at: t.at, kids: []*node{n, p.binary(level + 1)}}
	}
}

func (p *parser) unary() *node {
	t := p.peek()
	if p.word("not") || p.word("-") {
		p.depth++
		defer func() { p.depth-- }()
		if p.depth > maxNesting {
			p.pos = len(p.tokens) - 1
			return &node{op: "none"}
		}
		op := "!"
		if t.text == "-" {
			op = "negate"
		}
		return &node{op: op, at: t.at, kids: []*node{p.unary()}}
	}
	n := p.primary()
	for {
		at := p.peek().at
		switch {
		case p.word("."):
			m := &node{op: "method", at: p.peek().at, text: p.peek().text, kids: []*node{n}}
			p.pos++
			if p.word("(") {
				p.arguments(m)
			}
			n = m
		case p.word("["):
			n = &node{op: "index", at: at, kids: []*node{n, p.expression()}}
			p.word("]")
		default:
			return n
		}
	}
}

func (p *parser) primary() *node {
	t := p.peek()
	switch {
	case t.kind == 's':
		p.pos++
		return &node{op: "string", text: t.text, at: t.at}
	case t.kind == 'n':
		p.pos++
		return &node{op: "number", text: t.text, at: t.at}
	case t.kind == 'i':
		p.pos++
		n := &node{op: "id", text: t.text, at: t.at}
		if p.word("(") {
			n.op = "call"
			p.arguments(n)
		}
		return n
	case p.word("("):
		n := p.expression()
		p.word(")")
		return n
	case p.word("["):
		n := &node{op: "list", at: t.at}
		for p.peek().kind != 0 && !p.word("]") {
			before := p.pos
			n.kids = append(n.kids, p.expression())
			if !p.word(",") && p.pos == before {
				p.pos++
			}
		}
		return n
	case p.word("{"):
		n := &node{op: "dict", at: t.at}
		for p.peek().kind != 0 && !p.word("}") {
			before := p.pos
			key := p.expression()
			if p.word(":") {
				n.kids = append(n.kids, key, p.expression())
			}
			if !p.word(",") && p.pos == before {
				p.pos++
			}
		}
		return n
	}
	return &node{op: "none", at: t.at}
}

// arguments reads the arguments of a call, up to its parenthesis.
func (p *parser) arguments(n *node) {
	for p.peek().kind != 0 && !p.word(")") {
		before := p.pos
		value := p.expression()
		if p.word(":") {
			n.named = append(n.named, named{value.text, p.expression()})
		} else {
			n.kids = append(n.kids, value)
		}
		if !p.word(",") && p.pos == before {
			p.pos++
		}
	}
}
