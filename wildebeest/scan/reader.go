package scan

import (
	"bytes"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// reader reads files: what it looks for, and the two libraries that decide
// which code is compiled. Any number of files may be read at a time.
type reader struct {
	vocabulary
	musl, glibc world
}

// pass goes through one file.
type pass struct {
	*reader
	f     *facts
	src   []byte
	lex   *lex.Lexer
	stack []open
	// The tokens before the current one: the last, and the one before it.
	prev, prev2 lex.Token
	depth       int // of braces
	paren       int
	enum        int  // brace depth of the enum body we are in; 0 is none
	structs     int  // brace depth of the outermost struct body we are in; 0 is none
	inMacro     bool // in the body of a #define
	seen        map[use]bool
	macros      map[string]tri // names of the database that the file defines as macros
}

// open is a conditional group that is not closed yet.
type open struct {
	group       int32
	parent      int32 // condition outside of it
	musl, glibc tri   // whether an earlier branch was taken
	depth       int
	cond        int32
}

// maxConds bounds the nesting of conditionals that is followed.
const maxConds = 200

// read lexes src. It works for any bytes.
func (s *reader) read(path string, src []byte) *facts {
	if kind := buildKind(path); kind != "" {
		return s.readBuild(path, kind, src)
	}
	f := &facts{path: path, header: isHeader(path), cpp: isCpp(path), size: len(src), local: map[nameID]bool{}, callable: map[nameID]bool{}}
	r := &pass{reader: s, f: f, src: src, lex: lex.New(src, f.cpp), seen: map[use]bool{}}
	for {
		t := r.lex.Next()
		switch t.Kind {
		case lex.EOF:
			r.dropLanguage()
			f.number(src)
			return f
		case lex.Hash:
			r.directive()
			continue
		case lex.String:
			r.match(s.literals(), subject{none, none}, t)
		case lex.Ident:
			i, known := s.ident(src[t.Start:t.End])
			if w, ok := s.word(src[t.Start:t.End]); ok {
				what := subject{none, w}
				if known {
					what = ofName(i)
				}
				r.match(s.byWord(w), what, t)
				if !known {
					r.declares(what, gnuism.Function, t)
				}
			}
			if known {
				r.atName(i, t)
			} else if r.afterTag() {
				r.atTag(t)
			}
			if r.prev.Kind == lex.Arrow || r.prev.Kind == lex.Punct && r.prev.Byte == '.' {
				r.atMember(t)
			}
		case lex.Punct:
			r.punct(t)
		}
		r.prev2, r.prev = r.prev, t
	}
}

// match asks the rules in list about the place.
func (r *pass) match(list []int, what subject, t lex.Token) {
	if len(list) == 0 {
		return
	}
	p := r.here(t)
	if p.cond >= 0 && r.f.conds[p.cond].live == no {
		return
	}
	for _, i := range list {
		rule := r.rules()[i]
		if rule.Match == nil || rule.Match(rules.Site{Src: r.src, Prev: r.prev, Prev2: r.prev2, Token: t, Depth: r.depth, After: *r.lex, Cpp: r.f.cpp, Macro: r.inMacro, Struct: r.structs > 0}) {
			r.f.sites = append(r.f.sites, site{rule: int32(i), what: what, place: p})
		}
	}
}

// classes are lines that only C++ has.
var classes = [][]byte{[]byte("\nclass "), []byte("\nnamespace "), []byte("\ntemplate"), []byte("public:")}

// dropLanguage drops what looks like gcc's own C where the file is C++ by
// another name.
func (r *pass) dropLanguage() {
	of := func(s site) bool { return r.rules()[s.rule].Class == rules.Language }
	if slices.ContainsFunc(r.f.sites, of) && slices.ContainsFunc(classes, func(c []byte) bool { return bytes.Contains(r.src, c) }) {
		r.f.sites = slices.DeleteFunc(r.f.sites, of)
	}
}

func (r *pass) punct(t lex.Token) {
	b := t.Byte
	switch b {
	case '{':
		if r.prev.Kind == lex.String && r.text(r.prev2) == "extern" {
			return // extern "C" {
		}
		r.depth++
		if r.text(r.prev) == "enum" || r.text(r.prev2) == "enum" {
			r.enum = r.depth
		}
		if r.structs == 0 && (isStruct(r.text(r.prev)) || isStruct(r.text(r.prev2))) {
			r.structs = r.depth
		}
		r.paren = 0
	case '}':
		if r.enum == r.depth {
			r.enum = 0
		}
		if r.structs == r.depth {
			r.structs = 0
		}
		r.depth = max(r.depth-1, 0)
		r.paren = 0
	case '(':
		if r.depth > 0 && r.structs == 0 && r.prev.Kind == lex.Ident {
			r.match(r.parens(), subject{none, none}, t)
		}
		r.paren++
	case ')':
		r.paren = max(r.paren-1, 0)
	case ';':
		if r.depth == 0 {
			r.paren = 0
		}
	}
}

func isStruct(word string) bool { return word == "struct" || word == "union" }

// text returns the text of an identifier, and "" for other tokens.
func (r *pass) text(t lex.Token) string {
	if t.Kind != lex.Ident {
		return ""
	}
	return string(r.src[t.Start:t.End])
}

func (r *pass) afterTag() bool {
	if r.prev.Kind != lex.Ident {
		return false
	}
	switch string(r.src[r.prev.Start:r.prev.End]) {
	case "struct", "union", "enum":
		return true
	}
	return false
}

// peek returns the next token without consuming it.
func (r *pass) peek() lex.Token {
	ahead := *r.lex
	return ahead.Next()
}

func (r *pass) here(t lex.Token) place {
	p := place{offset: int32(t.Start), cond: -1}
	if n := len(r.stack); n > 0 {
		p.cond = r.stack[n-1].cond
	}
	return p
}

func (r *pass) define(what subject, t lex.Token) {
	p := r.here(t)
	if p.cond >= 0 && r.f.conds[p.cond].live == no {
		return
	}
	r.f.defs = append(r.f.defs, def{what: what, cond: p.cond})
}

// use records a name unless musl's compiler never sees the place. Of a name
// that musl has somewhere only the first use under each condition is kept: one #include
// mends them all.
func (r *pass) use(name nameID, form form, t lex.Token) {
	p := r.here(t)
	if p.cond >= 0 && r.f.conds[p.cond].live == no {
		return
	}
	if r.present(name) {
		once := use{name: name, form: form, inMacro: r.inMacro, place: place{cond: p.cond}}
		if r.seen[once] {
			return
		}
		r.seen[once] = true
	}
	r.f.uses = append(r.f.uses, use{name, form, r.inMacro, p})
}
