package facts

import (
	"bytes"
	"context"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// Reader reads files: what it looks for, and the two libraries that decide
// which code is compiled. Any number of files may be read at a time.
type Reader struct {
	Vocabulary
	Musl, Glibc preproc.World
	Words       *Words // of all files that are read
}

// pass goes through one file.
type pass struct {
	*Reader
	ctx   context.Context
	f     *File
	src   []byte
	lex   *lex.Lexer
	stack []open
	// Groups that are open beyond those of stack.
	deeper int
	// Facts and tries of rules so far.
	kept   int
	tokens int
	// The tokens before the current one: the last, and the one before it.
	prev, prev2 lex.Token
	depth       int // of braces
	paren       int
	enum        int  // brace depth of the enum body we are in; 0 is none
	structs     int  // brace depth of the outermost struct body we are in; 0 is none
	inMacro     bool // in the body of a #define
	seen        map[Use]bool
	macros      map[string]preproc.Tri // names of the database that the file defines as macros
	owns        ownMacros
	macro       string // whose #define is being read
	looked      int    // bytes that definesNext has looked at
	variables   variables
}

// open is a conditional group that is not closed yet.
type open struct {
	group       int32
	parent      int32       // condition outside of it
	musl, glibc preproc.Tri // whether an earlier branch was taken
	depth       int
	cond        int32
	// A macro of somebody else's that the group defines where it is not there.
	stopgap string
	third   bool // an #elif has come
}

// maxConds bounds the nesting of conditionals that is followed.
const maxConds = 200

// Read lexes src, until ctx ends. It works for any bytes.
func (s *Reader) Read(ctx context.Context, path string, src []byte) *File {
	if kind := srctree.BuildKind(path); kind != "" {
		return s.readBuild(ctx, path, kind, src)
	}
	f := &File{Path: path, Header: srctree.IsHeader(path), Cpp: srctree.IsCpp(path), Size: len(src)}
	f.OfGlibc = bytes.Contains(src[:min(len(src), topBytes)], []byte("part of the GNU C Library"))
	r := &pass{Reader: s, ctx: ctx, f: f, src: src, lex: lex.New(src, f.Cpp), seen: map[Use]bool{}}
	for {
		t := r.lex.Next()
		if r.stopped() || r.full() {
			t.Kind = lex.EOF
		}
		switch t.Kind {
		case lex.EOF:
			f.Cut = r.full()
			r.dropLanguage()
			r.foreign()
			f.number(src)
			return f
		case lex.Hash:
			r.directive()
			continue
		case lex.String:
			r.match(s.Literals(), Subject{none, none}, t)
		case lex.Ident:
			r.Words.Add(src[t.Start:t.End])
			i, known := s.Ident(src[t.Start:t.End])
			if w, ok := s.Word(src[t.Start:t.End]); ok {
				what := Subject{none, w}
				if known {
					what = ofName(i)
				}
				r.match(s.ByWord(w), what, t)
				if !known {
					r.declares(what, gnuism.Function, t)
				}
			}
			if known {
				r.atName(i, t)
			} else if r.afterTag() {
				r.atTag(t)
				r.variable(t)
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

// topBytes is where a file says whose it is.
const topBytes = 1 << 10

// Bounds of one file: what is kept of it and tried on it, and how far a rule
// looks ahead, in bytes.
const (
	maxKept = 400_000
	ahead   = 32 << 10
)

func (r *pass) full() bool { return r.kept > maxKept }

// stopped reports whether the scan has ended, now and then.
func (r *pass) stopped() bool {
	const often = 4096
	r.tokens++
	return r.tokens%often == 0 && r.ctx.Err() != nil
}

// match asks the rules in list about the place.
func (r *pass) match(list []int, what Subject, t lex.Token) {
	if len(list) == 0 || r.full() {
		return
	}
	p := r.here(t)
	if p.Cond >= 0 && r.f.conds[p.Cond].live == preproc.No {
		return
	}
	if t.Kind != lex.String {
		r.kept += len(list)
	}
	for _, i := range list {
		rule := r.Rules()[i]
		if rule.Match == nil || rule.Match(rules.Site{Src: r.src, Prev: r.prev, Prev2: r.prev2, Token: t, Depth: r.depth, After: r.lex.Within(ahead), Cpp: r.f.Cpp, Target: r.Target(), Macro: r.inMacro, Struct: r.structs > 0}) {
			r.f.Sites = append(r.f.Sites, Site{Rule: int32(i), What: what, Place: p})
		}
	}
}

// classes are lines that only C++ has.
var classes = [][]byte{[]byte("\nclass "), []byte("\nnamespace "), []byte("\ntemplate"), []byte("public:")}

// dropLanguage drops what looks like gcc's own C where the file is C++ by
// another name.
func (r *pass) dropLanguage() {
	of := func(s Site) bool { return r.Rules()[s.Rule].Class == rules.Language }
	if slices.ContainsFunc(r.f.Sites, of) && slices.ContainsFunc(classes, func(c []byte) bool { return bytes.Contains(r.src, c) }) {
		r.f.Sites = slices.DeleteFunc(r.f.Sites, of)
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
			r.match(r.Parens(), Subject{none, none}, t)
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

// here is the place of a fact, which counts.
func (r *pass) here(t lex.Token) Place {
	r.kept++
	p := Place{Offset: int32(t.Start), Cond: -1}
	if n := len(r.stack); n > 0 {
		p.Cond = r.stack[n-1].cond
	}
	return p
}

func (r *pass) define(what Subject, t lex.Token) {
	p := r.here(t)
	if r.full() || p.Cond >= 0 && r.f.conds[p.Cond].live == preproc.No {
		return
	}
	r.f.Defs = append(r.f.Defs, Def{What: what, cond: p.Cond})
}

// use records a name unless musl's compiler never sees the place. Of a name
// that musl has somewhere only the first use under each condition is kept: one #include
// mends them all.
func (r *pass) use(name NameID, form Form, t lex.Token) {
	p := r.here(t)
	if r.full() || p.Cond >= 0 && r.f.conds[p.Cond].live == preproc.No {
		return
	}
	if r.Present(name) {
		once := Use{Name: name, Form: form, InMacro: r.inMacro, Place: Place{Cond: p.Cond}}
		if r.seen[once] {
			return
		}
		r.seen[once] = true
	}
	r.f.Uses = append(r.f.Uses, Use{name, form, r.inMacro, p})
}
