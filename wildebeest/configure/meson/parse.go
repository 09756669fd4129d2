package meson

// node is a statement or an expression.
type node struct {
	op    string // see below
	text  string // a name, or a string's value
	at    int
	kids  []*node
	named []named // arguments of a call by keyword
	body  []*node // of a branch or a loop
}

type named struct {
	name  string
	value *node
}

// The kinds of nodes: expressions "id", "string", "number", "list", "dict" (keys and
// values in turn), "call" (kids are the arguments), "method" (kids[0] is the object),
// "index", "?", and operators by their spelling; statements "=", "+=", "if" (kids are
// "branch": kids[0] its test, or none), "foreach" (kids[0] is what is gone through,
// text and named the names), "break", "continue".

// parser reads the statements of a file; it takes any text.
type parser struct {
	tokens []token
	pos    int
	depth  int
}

// maxNesting bounds expressions and blocks within each other.
const maxNesting = 100

func parse(src string) []*node {
	p := &parser{tokens: tokens(src)}
	var body []*node
	for p.peek().kind != 0 {
		body = append(body, p.block()...)
		if p.peek().kind == 'i' {
			p.pos++ // an end without its beginning
		}
	}
	return body
}

func (p *parser) peek() token { return p.tokens[min(p.pos, len(p.tokens)-1)] }

func (p *parser) word(text string) bool {
	t := p.peek()
	if t.kind != 's' && t.text == text && t.kind != 0 {
		p.pos++
		return true
	}
	return false
}

// skip goes to the end of the statement.
func (p *parser) skip() {
	for t := p.peek(); t.kind != '\n' && t.kind != 0; t = p.peek() {
		p.pos++
	}
}

// block reads statements up to a word that ends a block, or the file's end.
func (p *parser) block() []*node {
	p.depth++
	defer func() { p.depth-- }()
	var body []*node
	for {
		t := p.peek()
		switch {
		case t.kind == 0:
			return body
		case t.kind == '\n':
			p.pos++
			continue
		case t.kind == 'i':
			switch t.text {
			case "elif", "else", "endif", "endforeach":
				return body
			}
		}
		if p.depth > maxNesting {
			p.pos = len(p.tokens) - 1
			return body
		}
		if n := p.statement(); n != nil {
			body = append(body, n)
		}
		p.skip()
	}
}

func (p *parser) statement() *node {
	t := p.peek()
	switch {
	case p.word("if"):
		return p.branches(t.at)
	case p.word("foreach"):
		return p.loop(t.at)
	case p.word("break"), p.word("continue"):
		return &node{op: t.text, at: t.at}
	}
	n := p.expression()
	for _, op := range []string{"=", "+="} {
		if p.word(op) {
			return &node{op: op, at: t.at, kids: []*node{n, p.expression()}}
		}
	}
	return n
}

func (p *parser) branches(at int) *node {
	n := &node{op: "if", at: at}
	test := []*node{p.expression()}
	for {
		p.skip()
		n.kids = append(n.kids, &node{op: "branch", kids: test, body: p.block()})
		switch {
		case p.word("elif"):
			test = []*node{p.expression()}
		case p.word("else"):
			test = nil
		default:
			p.word("endif")
			return n
		}
	}
}

func (p *parser) loop(at int) *node {
	n := &node{op: "foreach", at: at, text: p.peek().text}
	p.pos++
	if p.word(",") {
		n.named = []named{{name: p.peek().text}}
		p.pos++
	}
	p.word(":")
	n.kids = []*node{p.expression()}
	p.skip()
	n.body = p.block()
	p.word("endforeach")
	return n
}
