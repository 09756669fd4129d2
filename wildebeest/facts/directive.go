package facts

import (
	"bytes"
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
			r.Words.give(r.src[t.Start:t.End])
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
	top.third = top.third || text != nil
	r.depth = top.depth
	r.enter(text, t)
}

// enter puts a new branch on top: it is live where its condition holds and no
// branch before it was taken.
func (r *pass) enter(text []byte, t lex.Token) {
	r.kept++
	top := &r.stack[len(r.stack)-1]
	c := cond{parent: top.parent, group: top.group, text: shortened(string(text[:min(len(text), 2*maxCondition)])), musl: top.musl.Not(), glibc: top.glibc.Not(), third: top.third}
	if text != nil {
		if c.parent < 0 || r.f.conds[c.parent].live != preproc.No {
			r.probes(text, t, c.parent)
		}
		m, g := preproc.Evaluate(r.view(r.Musl, r.owns.musl), text), preproc.Evaluate(r.view(r.Glibc, r.owns.glibc), text)
		if m == preproc.Maybe || g == preproc.Maybe {
			// The guard of a header, or a default: behind it the macro is defined, and what
			// is in the group was compiled once.
			if only := undefined.FindSubmatch(text); only != nil && r.definesNext(only[1]) {
				m, g = max(m, preproc.Yes), max(g, preproc.Yes)
			}
			top.stopgap = string(r.stopgap(text))
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
