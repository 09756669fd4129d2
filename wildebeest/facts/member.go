package facts

import (
	"bytes"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// maxVariables bounds the variables of a file whose struct is kept in mind.
const maxVariables = 1000

// near bounds the tokens between a cast and the member that it is for.
const near = 12

// variables are those of structs whose members musl hides by feature macros:
// such members have plain names, and only the struct tells whose they are.
type variables struct {
	of     map[string]string // variable → struct, "" of another
	cast   string            // the struct of the last (struct x *)
	castAt int               // as tokens count
}

// variable looks at the word behind struct, and notes what is declared with it.
func (r *pass) variable(t lex.Token) {
	hidden := r.Hidden(r.src[t.Start:t.End])
	if !hidden && len(r.variables.of) == 0 {
		return
	}
	parent := ""
	if hidden {
		parent = "struct " + r.text(t)
	}
	ahead := *r.lex
	next := ahead.Next()
	stars := 0
	for ; next.Kind == lex.Punct && next.Byte == '*' && stars < 3; stars++ {
		next = ahead.Next()
	}
	switch {
	case next.Kind == lex.Ident && len(r.variables.of) < maxVariables:
		if r.variables.of == nil {
			r.variables.of = map[string]string{}
		}
		r.variables.of[r.text(next)] = parent
	case stars > 0 && next.Kind == lex.Punct && next.Byte == ')':
		r.variables.cast, r.variables.castAt = parent, r.tokens
	}
}

// parent is the struct of what stands before the . or -> just read, "" where that is
// not known.
func (r *pass) parent() string {
	switch {
	case r.prev2.Kind == lex.Ident:
		return r.variables.of[r.text(r.prev2)]
	case r.prev2.Kind == lex.Punct && r.prev2.Byte == ')' && r.tokens-r.variables.castAt < near:
		return r.variables.cast
	}
	return ""
}

// atMember looks at a word after . or ->.
func (r *pass) atMember(t lex.Token) {
	word := r.src[t.Start:t.End]
	if parent := r.parent(); parent != "" {
		if i, ok := r.MemberOf(parent, word); ok {
			r.use(i, typedRef, t)
		}
		return
	}
	if i, ok := r.Member(word); ok && bytes.IndexByte(word, '_') >= 0 {
		r.use(i, MemberRef, t)
	}
}

// Typed reports whether the file says which struct a member is of.
func (u *Use) Typed() bool { return u.Form == typedRef }
