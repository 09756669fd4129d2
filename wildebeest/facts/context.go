package facts

import (
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// notType are words that stand before a name without making it a declaration.
var notType = map[string]bool{"return": true, "else": true, "case": true, "do": true, "sizeof": true, "goto": true, "const": true,
	"volatile": true, "restrict": true, "static": true, "extern": true, "inline": true, "register": true, "typedef": true,
	"__inline": true, "__inline__": true, "__extension__": true, "_Noreturn": true, "throw": true, "new": true, "delete": true,
	"and": true, "or": true, "not": true, "__restrict": true, "auto": true, "operator": true, "co_return": true, "defined": true}

// atName looks at an ordinary name of the database in code.
func (r *pass) atName(name NameID, t lex.Token) {
	kind := r.Name(name).Kind
	if r.prev.Kind == lex.Arrow || r.prev.Kind == lex.Punct && r.prev.Byte == '.' {
		if n := r.Name(name); kind == gnuism.Macro && !n.Call && strings.Contains(n.Name, "_") && n.Name != strings.ToUpper(n.Name) {
			r.use(name, MemberRef, t) // such as ut_xtime, which stands for another member
		}
		return
	}
	if r.prev.Kind == lex.Ident && r.afterTag() {
		r.atTag(t)
		return
	}
	next := r.peek()
	after := byte(0)
	if next.Kind == lex.Punct {
		after = next.Byte
	}
	if after == ':' && r.structs > 0 && kind != gnuism.Macro {
		return // a bit field
	}
	if r.text(r.prev) == "goto" || after == ':' && r.statementStart() {
		return // a label
	}
	if r.f.Cpp && r.prev.Kind == lex.Punct && r.prev.Byte == ':' && r.prev2.Kind == lex.Punct && r.prev2.Byte == ':' && r.qualified() {
		return // X::name
	}
	if r.declares(ofName(name), kind, t) {
		return
	}
	if kind == gnuism.Function && r.prev.Kind == lex.Ident && next.Kind == lex.Ident {
		return // a word of a sentence: no C has a function between two names
	}
	if kind != gnuism.Macro && after != '(' && r.argument(kind) {
		return
	}
	if r.Name(name).Call && after != '(' {
		return // a macro with parameters is not expanded here
	}
	if kind == gnuism.Macro {
		r.use(name, formOf(after), t)
		return
	}
	if r.enum == r.depth && r.depth > 0 && (r.prev.Byte == '{' || r.prev.Byte == ',') && r.prev.Kind == lex.Punct {
		r.define(ofName(name), t)
		return
	}
	r.use(name, formOf(after), t)
}

// argument reports whether the next word is the first argument of an attribute
// such as format(printf, 1, 2), or of a macro that may paste it: any at file
// scope, and for functions any.
func (r *pass) argument(kind gnuism.Kind) bool {
	if r.prev.Kind != lex.Punct || r.prev.Byte != '(' || r.prev2.Kind != lex.Ident {
		return false
	}
	switch name := r.text(r.prev2); name {
	case "format", "__format__":
		return true
	default:
		return (r.depth == 0 || kind == gnuism.Function) && len(name) > 1 && name == strings.ToUpper(name)
	}
}

// oldPrototype are the names of macros that leave out a prototype's parameters where
// compilers do not know them.
var oldPrototype = map[string]bool{"PARAMS": true, "PARAM": true, "__P": true, "_P": true, "P_": true, "OF": true, "PROTO": true, "_PROTO": true, "__PROTO": true,
	"PROTOTYPE": true, "ARGS": true, "_ARGS": true, "__ARGS": true, "__PMT": true}

// declares records the name where the file declares it, and reports whether it
// does: at file scope for the tree, elsewhere as a name of its own.
func (r *pass) declares(what Subject, kind gnuism.Kind, t lex.Token) bool {
	typed := r.prev.Kind == lex.Ident && !notType[r.text(r.prev)]
	if word := r.text(r.prev); r.f.Cpp && typed && what.HasName() && (word == "class" || word == "typename") {
		mark(&r.f.Local, what.Name) // template <class T>
		mark(&r.f.Callable, what.Name)
		return true
	}
	star := r.prev.Kind == lex.Punct && r.prev.Byte == '*'
	closed := r.prev.Kind == lex.Punct && (r.prev.Byte == ')' || r.prev.Byte == '}')
	if !typed && !star && !closed {
		return false
	}
	next := r.peek()
	if next.Kind == lex.Ident && (typed || star) && r.depth == 0 && r.paren == 0 && oldPrototype[r.text(next)] {
		r.define(what, t) // T name PARAMS((T));
		return true
	}
	if next.Kind != lex.Punct {
		return false
	}
	after, fileScope := next.Byte, r.depth == 0 && r.paren == 0
	if kind == gnuism.Macro && after == '(' && what.HasName() && strings.HasPrefix(r.Name(what.Name).Name, "__") {
		return false // T f(void) __nonnull((1)), T __P(f)(void)
	}
	if fileScope && after == '(' && (typed || star || kind != gnuism.Macro && closed) {
		r.define(what, t) // T name(
		if n := len(r.f.Defs); n > 0 {
			r.f.Defs[n-1].Body = r.hasBody()
		}
		return true
	}
	if kind == gnuism.Macro || closed && (r.prev.Byte == ')' || !fileScope) {
		return false
	}
	ended := after == ';' || after == '=' || after == ',' || after == ')' || after == '['
	switch {
	case fileScope && ended:
		r.define(what, t) // T name;
		return true
	case star && after == ')' && r.prev2.Kind == lex.Punct && r.prev2.Byte == '(':
		switch {
		case r.depth == 0 && r.paren == 1:
			r.define(what, t) // T (*name)(
		case r.structs == 0 && what.HasName():
			mark(&r.f.Callable, what.Name)
		}
		return true
	case typed && after == '(' && r.depth > 0 && kind == gnuism.Function:
		r.define(what, t) // a declaration within a function, or a method
		return true
	case ended && (typed || star && kind != gnuism.Type && kind != gnuism.EnumConst):
		if r.structs == 0 && what.HasName() {
			mark(&r.f.Local, what.Name)
		}
		return true
	}
	return false
}

func mark(set *map[NameID]bool, name NameID) {
	if *set == nil {
		*set = map[NameID]bool{}
	}
	(*set)[name] = true
}

// maxParameters bounds the tokens of a parameter list that are looked at.
const maxParameters = 500

// hasBody reports whether a brace follows the parameters that come next.
func (r *pass) hasBody() bool {
	ahead, depth := *r.lex, 0
	for range maxParameters {
		switch t := ahead.Next(); {
		case t.Kind == lex.EOF:
			return false
		case t.Kind != lex.Punct:
		case t.Byte == '(':
			depth++
		case t.Byte == ')':
			depth--
		case t.Byte == ';' && depth == 0:
			return false
		case t.Byte == '{':
			return true
		}
	}
	return false
}

func formOf(after byte) Form {
	if after == '(' {
		return Call
	}
	return Plain
}

// statementStart reports whether a statement may begin after the last token.
func (r *pass) statementStart() bool {
	if r.prev.Kind != lex.Punct {
		return false
	}
	switch r.prev.Byte {
	case ';', '{', '}', ':', ')':
		return true
	}
	return false
}

// qualified reports whether a name stands before the "::" just read.
func (r *pass) qualified() bool {
	p := r.prev2.Start - 1
	return p >= 0 && (r.src[p] == '>' || r.src[p] == '_' || r.src[p] >= '0' && r.src[p] <= '9' || r.src[p]|0x20 >= 'a' && r.src[p]|0x20 <= 'z')
}

// atTag looks at a word after struct, union or enum.
func (r *pass) atTag(t lex.Token) {
	i, ok := r.Tag(r.src[t.Start:t.End])
	if !ok || r.Name(i).Name != r.text(r.prev)+" "+r.text(t) {
		return
	}
	next := r.peek()
	switch {
	case next.Kind == lex.Punct && next.Byte == '{':
		r.define(ofName(i), t)
	case next.Kind == lex.Punct && next.Byte == ';': // only named
	case next.Kind == lex.Punct && next.Byte == '*':
		r.use(i, Pointee, t)
	default:
		r.use(i, tagRef, t)
	}
}
