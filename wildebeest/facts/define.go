package facts

import (
	"bytes"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

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
	pasted := r.pasted()
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
			if i, ok := r.Ident(r.src[t.Start:t.End]); ok && !pasted.within(t.Start) && !(prev.Kind == lex.Arrow || prev.Kind == lex.Punct && (prev.Byte == '.' || prev.Byte == '#')) {
				r.bodyUse(i, t)
			}
		}
		r.prev, r.prev2 = saved, saved2
		prev2, prev = prev, t
	}
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
