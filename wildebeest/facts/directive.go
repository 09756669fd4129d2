package facts

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// directive reads a directive after its #.
func (r *pass) directive() {
	t := r.lex.Next()
	switch word := r.text(t); word {
	case "include", "include_next", "import":
		at := t
		name, angled, ok := preproc.HeaderName(r.lex.Rest())
		if ok {
			r.f.Includes = append(r.f.Includes, Include{Name: name, Angled: angled, Place: r.here(at)})
		}
	case "if", "ifdef", "ifndef":
		r.openGroup(r.condition(word), t)
	case "elif", "elifdef", "elifndef":
		r.branch(append([]byte{}, r.condition(word)...), t)
	case "else":
		r.branch(nil, t)
	case "endif":
		if n := len(r.stack); r.deeper > 0 {
			r.deeper--
		} else if n > 0 {
			r.stack = r.stack[:n-1]
		}
	case "error":
		if p := r.here(t); p.Cond >= 0 && r.f.conds[p.Cond].liveGlibc == preproc.No && r.stops(p.Cond) {
			r.f.Errors = append(r.f.Errors, p)
		}
		r.lex.Rest()
	case "define":
		r.defineMacro() // to the line's end
		return
	case "undef":
		if name := r.peek(); name.Kind == lex.Ident && preproc.IsFeature(r.src[name.Start:name.End]) {
			r.ask(r.src[name.Start:name.End], nil, name.Start, true)
		} else if name.Kind == lex.Ident {
			r.disown(r.text(name))
		}
	}
	if t.Kind == lex.Newline || t.Kind == lex.EOF {
		return // a # alone
	}
	for t := r.lex.Next(); t.Kind != lex.Newline && t.Kind != lex.EOF; t = r.lex.Next() {
		if t.Kind == lex.Ident { // of #undef X in a template, of #cmakedefine X
			r.Words.Add(r.src[t.Start:t.End])
		}
	}
}

// stops reports whether musl's compiler comes to an #error under c: for certain,
// or in a group that asks for glibc by name. A macro that musl has in some header
// is no reason: who can tell that it is not included?
func (r *pass) stops(c int32) bool {
	switch r.f.conds[c].live {
	case preproc.Yes:
		return true
	case preproc.No:
		return false
	}
	for ; c >= 0; c = r.f.conds[c].parent {
		if r.f.groups[r.f.conds[c].group].glibc {
			return true
		}
	}
	return false
}

// condition reads the condition of #if, #ifdef and their like as an expression.
func (r *pass) condition(word string) []byte {
	rest := r.rest()
	if strings.HasSuffix(word, "f") && !strings.HasSuffix(word, "def") {
		return rest
	}
	name, _, _ := strings.Cut(string(rest), " ")
	if strings.HasSuffix(word, "ndef") {
		return []byte("!defined(" + name + ")")
	}
	return []byte("defined(" + name + ")")
}

// rest returns the rest of the directive without comments and splices.
func (r *pass) rest() []byte {
	raw := r.lex.Rest()
	if !bytes.ContainsAny(raw, "/\\") {
		return bytes.TrimSpace(raw)
	}
	var out []byte
	l := lex.New(raw, false)
	last := 0
	for t := l.Next(); t.Kind != lex.EOF; t = l.Next() {
		if len(out) > 0 && t.Start > last {
			out = append(out, ' ')
		}
		out = append(out, raw[t.Start:t.End]...)
		last = t.End
	}
	return out
}

func (r *pass) openGroup(text []byte, t lex.Token) {
	if len(r.stack) >= maxConds {
		r.deeper++ // keep the nesting, forget the conditions
		return
	}
	if text == nil {
		text = []byte{} // #if alone; nil is #else
	}
	parent := r.here(t).Cond
	r.f.groups = append(r.f.groups, group{})
	r.stack = append(r.stack, open{group: int32(len(r.f.groups) - 1), parent: parent, depth: r.depth, cond: parent})
	r.enter(text, t)
}

// branch begins an #elif (text) or #else (nil) of the innermost group.
func (r *pass) branch(text []byte, t lex.Token) {
	n := len(r.stack)
	if n == 0 || r.deeper > 0 {
		return
	}
	top := &r.stack[n-1]
	r.f.groups[top.group].alternative = true
	r.depth = top.depth
	r.enter(text, t)
}

// enter puts a new branch on top: it is live where its condition holds and no
// branch before it was taken.
func (r *pass) enter(text []byte, t lex.Token) {
	r.kept++
	top := &r.stack[len(r.stack)-1]
	c := cond{parent: top.parent, group: top.group, text: shortened(string(text[:min(len(text), 2*maxCondition)])), musl: top.musl.Not(), glibc: top.glibc.Not()}
	if text != nil {
		if c.parent < 0 || r.f.conds[c.parent].live != preproc.No {
			r.probes(text, t, c.parent)
		}
		m, g := preproc.Evaluate(r.view(r.Musl, r.owns.musl), text), preproc.Evaluate(r.view(r.Glibc, r.owns.glibc), text)
		if (m == preproc.Maybe || g == preproc.Maybe) && r.definesNext(text) {
			m, g = max(m, preproc.Yes), max(g, preproc.Yes)
			if name := undefined.FindSubmatch(text)[1]; ofSystem.Match(name) {
				top.stopgap = string(name)
			}
		}
		c.musl, c.glibc = min(c.musl, m), min(c.glibc, g)
		top.musl, top.glibc = max(top.musl, m), max(top.glibc, g)
		if (m == preproc.No) != (g == preproc.No) && (bytes.Contains(text, []byte("__GLIBC")) || bytes.Contains(text, []byte("__GNU_LIBRARY__"))) {
			if c.parent < 0 || r.f.conds[c.parent].live != preproc.No {
				r.f.Guards = append(r.f.Guards, Place{Offset: int32(t.Start), Cond: c.parent})
			}
		}
		if bytes.Contains(text, []byte("__GLIBC")) || bytes.Contains(text, []byte("__GNU_LIBRARY__")) {
			r.f.groups[top.group].glibc = true
		}
		if isFeatureTest(text) {
			r.f.groups[top.group].feature = true
		}
	} else {
		c.text = shortened("!(" + r.f.conds[top.cond].text + ")")
	}
	c.live, c.liveGlibc = c.musl, c.glibc
	if c.parent >= 0 {
		c.live = min(c.live, r.f.conds[c.parent].live)
		c.liveGlibc = min(c.liveGlibc, r.f.conds[c.parent].liveGlibc)
	}
	r.f.conds = append(r.f.conds, c)
	top.cond = int32(len(r.f.conds) - 1)
}

// ofSystem are names of macros that every system has: a definition where they are not
// there is for other systems.
var ofSystem = regexp.MustCompile(`^(?:SIG[A-Z0-9]+|S_I[A-Z]+|[AP]F_[A-Z0-9]+|IPPROTO_\w+|SOCK_\w+)$`)

// undefined is a condition that a macro is not defined, and nothing else.
var undefined = regexp.MustCompile(`^!\s*defined\s*\(?\s*(\w+)\s*\)?$`)

// definesNext reports whether a condition is that a macro is not defined, and what
// follows under it defines it, before any code: the guard of a header, or a default. Thereafter it is defined,
// and what follows in the header was compiled once.
func (r *pass) definesNext(text []byte) bool {
	m := undefined.FindSubmatch(text)
	if m == nil {
		return false
	}
	next := r.lex.Within(guardAhead)
	directive, nested := false, 0
	for t := next.Next(); t.Kind != lex.EOF; t = next.Next() {
		if t.Kind != lex.Hash {
			if !directive && t.Kind != lex.Newline {
				return false // code comes first
			}
			continue
		}
		directive = true
		switch word := next.Next(); r.text(word) {
		case "define":
			if name := next.Next(); bytes.Equal(r.src[name.Start:name.End], m[1]) {
				return true
			}
		case "if", "ifdef", "ifndef":
			nested++
		case "else", "elif":
			if nested == 0 {
				return false
			}
		case "endif":
			if nested--; nested < 0 {
				return false
			}
		}
	}
	return false
}

// guardAhead is how far a definition may lie behind the condition that there is none, in
// bytes.
const guardAhead = 4 << 10

// view is a world with the macros that the file has defined itself so far.
func (r *pass) view(w preproc.World, own map[string]ownMacro) preproc.World {
	if len(r.macros)+len(own) == 0 {
		return w
	}
	return defining{w, r.macros, own}
}

type defining struct {
	preproc.World
	macros map[string]preproc.Tri
	own    map[string]ownMacro
}

func (d defining) Macro(name []byte) (preproc.Tri, preproc.Value) {
	if t, ok := d.macros[string(name)]; ok {
		return t, preproc.Unknown
	}
	if m, ok := d.own[string(name)]; ok {
		if m.defined != preproc.Yes {
			return m.defined, preproc.Unknown
		}
		return m.defined, m.value
	}
	return d.World.Macro(name)
}

func isFeatureTest(text []byte) bool {
	return bytes.Contains(text, []byte("HAVE_")) || bytes.Contains(text, []byte("defined")) || bytes.Contains(text, []byte("__has_"))
}

// probes records function-like macros of the database that a #if calls: where
// one is missing, the line is a syntax error.
func (r *pass) probes(text []byte, at lex.Token, parent int32) {
	l := lex.New(text, false)
	var last lex.Token
	for t := l.Next(); t.Kind != lex.EOF; t = l.Next() {
		if t.Kind == lex.Punct && t.Byte == '(' && last.Kind == lex.Ident {
			if i, ok := r.Ident(text[last.Start:last.End]); ok && r.Name(i).Kind == gnuism.Macro && !r.Present(i) {
				r.f.Uses = append(r.f.Uses, Use{Name: i, Form: directive, Place: Place{Offset: int32(at.Start), Cond: parent}})
			}
		}
		last = t
	}
}

// defineMacro reads #define NAME…: a definition of NAME, uses in the body.
func (r *pass) defineMacro() {
	t := r.lex.Next()
	if i, ok := r.Ident(r.src[t.Start:t.End]); ok {
		r.define(ofName(i), t)
		r.defined(t)
	} else if t.Kind == lex.Ident && !preproc.IsFeature(r.src[t.Start:t.End]) {
		r.own(t)
	}
	if name := r.src[t.Start:t.End]; preproc.IsFeature(name) {
		r.defined(t)
		value := r.peek()
		r.ask(name, r.src[value.Start:value.End], t.Start, false)
	}
	r.inMacro = true
	defer func() { r.inMacro = false }()
	r.Words.Add(r.src[t.Start:t.End])
	r.macro = r.text(t)
	self, prev, prev2 := t, lex.Token{}, lex.Token{}
	pasted := r.parameterCalls()
	for ; t.Kind != lex.Newline && t.Kind != lex.EOF; t = r.lex.Next() {
		saved, saved2 := r.prev, r.prev2
		r.prev, r.prev2 = prev, prev2
		if t.Kind == lex.String {
			r.match(r.Literals(), Subject{none, none}, t)
		}
		if t.Kind == lex.Ident && !bytes.Equal(r.src[t.Start:t.End], r.src[self.Start:self.End]) {
			r.Words.Add(r.src[t.Start:t.End])
			if w, ok := r.Word(r.src[t.Start:t.End]); ok {
				what := Subject{none, w}
				if i, known := r.Ident(r.src[t.Start:t.End]); known {
					what = ofName(i)
				}
				r.match(r.ByWord(w), what, t)
			}
			if i, ok := r.Ident(r.src[t.Start:t.End]); ok && !pasted.within(t) && !(prev.Kind == lex.Arrow || prev.Kind == lex.Punct && (prev.Byte == '.' || prev.Byte == '#')) {
				r.bodyUse(i, t)
			}
		}
		r.prev, r.prev2 = saved, saved2
		prev2, prev = prev, t
	}
}

// spans are pieces of a file, in order.
type spans [][2]int

func (s spans) within(t lex.Token) bool {
	return slices.ContainsFunc(s, func(one [2]int) bool { return one[0] <= t.Start && t.End <= one[1] })
}

// parameterCalls are the arguments that the body of a #define gives to one of its own
// parameters, as in #define LIST(X) X(WRITE, write): what becomes of them, the macro
// that is given decides, and mostly it makes other names of them. The lexer stands
// behind the macro's name.
func (r *pass) parameterCalls() spans {
	body := r.lex.Within(ahead)
	first := body.Next()
	if first.Kind != lex.Punct || first.Byte != '(' {
		return nil
	}
	parameters := map[string]bool{}
	t := body.Next()
	for ; t.Kind == lex.Ident || t.Kind == lex.Punct && t.Byte == ','; t = body.Next() {
		if t.Kind == lex.Ident {
			parameters[r.text(t)] = true
		}
	}
	if t.Kind != lex.Punct || t.Byte != ')' {
		return nil
	}
	var out spans
	var last lex.Token
	for t = body.Next(); t.Kind != lex.Newline && t.Kind != lex.EOF; t = body.Next() {
		if t.Kind == lex.Punct && t.Byte == '(' && last.Kind == lex.Ident && parameters[r.text(last)] {
			begin, depth := t.End, 1
			for depth > 0 && t.Kind != lex.Newline && t.Kind != lex.EOF {
				t = body.Next()
				if t.Kind == lex.Punct && t.Byte == '(' {
					depth++
				} else if t.Kind == lex.Punct && t.Byte == ')' {
					depth--
				}
			}
			out = append(out, [2]int{begin, t.Start})
		}
		last = t
	}
	return out
}

// defined notes that the file defines a macro, for the conditions that follow.
func (r *pass) defined(t lex.Token) {
	live := preproc.Yes
	if p := r.here(t); p.Cond >= 0 {
		live = r.f.conds[p.Cond].live
	}
	if live == preproc.No {
		return
	}
	if r.macros == nil {
		r.macros = map[string]preproc.Tri{}
	}
	r.macros[r.text(t)] = live
}

// bodyUse records a name in a macro's body: where the macro is never expanded
// it does no harm, which only a parser can tell.
func (r *pass) bodyUse(name NameID, t lex.Token) {
	if n := len(r.stack); n > 0 && r.stack[n-1].stopgap == r.macro {
		return
	}
	if r.afterTag() {
		r.atTag(t)
		return
	}
	next := r.peek()
	if next.Kind == lex.Punct {
		r.use(name, formOf(next.Byte), t)
	} else {
		r.use(name, Plain, t)
	}
}
