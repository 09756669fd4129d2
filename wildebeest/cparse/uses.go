package cparse

import (
	"reflect"
	"strings"

	"modernc.org/cc/v4"
)

// Use is an identifier in the text of a unit, and where it is declared.
type Use struct {
	Name       string
	File       string // where the word stands, or the macro that it came from is expanded
	Line       int
	DeclaredIn string // file of the declaration nearest in scope; "" is nowhere
}

// Uses lists the identifiers, type names and tags that the declarations of
// files chosen by keep refer to. Macros are expanded before and do not show.
func Uses(ast *cc.AST, keep func(file string) bool) []Use {
	v := visitor{seen: map[any]bool{}}
	for tu := ast.TranslationUnit; tu != nil; tu = tu.TranslationUnit {
		if d := tu.ExternalDeclaration; d != nil && keep(d.Position().Filename) {
			v.walk(reflect.ValueOf(d))
		}
	}
	return v.uses
}

type visitor struct {
	uses  []Use
	seen  map[any]bool
	depth int
}

// maxDepth bounds the nesting of expressions that are followed.
const maxDepth = 5000

var nodeType = reflect.TypeFor[cc.Node]()

// walk visits every node below v through its exported fields.
func (w *visitor) walk(v reflect.Value) {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return
	}
	if w.depth++; w.depth > maxDepth || w.seen[v.Interface()] {
		w.depth--
		return
	}
	w.seen[v.Interface()] = true
	w.note(v.Interface())
	s := v.Elem()
	for i := range s.NumField() {
		f := s.Field(i)
		if k := f.Kind(); (k == reflect.Pointer || k == reflect.Interface) && f.CanInterface() && f.Type().Implements(nodeType) {
			w.walk(f)
		}
	}
	w.depth--
}

func (w *visitor) note(n any) {
	switch x := n.(type) {
	case *cc.PrimaryExpression:
		if x.Case == cc.PrimaryExpressionIdent {
			w.add(x.Token, x.Token.SrcStr(), x.LexicalScope())
		}
	case *cc.TypeSpecifier:
		if x.Case == cc.TypeSpecifierTypeName {
			w.add(x.Token, x.Token.SrcStr(), x.LexicalScope())
		}
	case *cc.StructOrUnionSpecifier:
		if x.Case == cc.StructOrUnionSpecifierTag {
			w.addTag(x)
		}
	}
}

func (w *visitor) add(t cc.Token, name string, scope *cc.Scope) {
	p := t.Position()
	w.uses = append(w.uses, Use{Name: name, File: p.Filename, Line: p.Line, DeclaredIn: declared(scope, name, func(n cc.Node) bool {
		switch n.(type) {
		case *cc.Declarator, *cc.Enumerator, *cc.Parameter:
			return true
		}
		return false
	})})
}

func (w *visitor) addTag(x *cc.StructOrUnionSpecifier) {
	p := x.Token.Position()
	w.uses = append(w.uses, Use{Name: x.StructOrUnion.Token.SrcStr() + " " + x.Token.SrcStr(), File: p.Filename, Line: p.Line,
		DeclaredIn: declared(x.LexicalScope(), x.Token.SrcStr(), func(n cc.Node) bool {
			s, ok := n.(*cc.StructOrUnionSpecifier)
			return ok && s.StructDeclarationList != nil
		})})
}

// declared finds the declaration nearest in scope; of several in one scope the
// last, which is the unit's own where it repeats a header's.
func declared(scope *cc.Scope, name string, fits func(cc.Node) bool) string {
	for ; scope != nil; scope = scope.Parent {
		file := ""
		for _, n := range scope.Nodes[name] {
			if fits(n) {
				file = n.Position().Filename
			}
		}
		if file != "" {
			return strings.TrimPrefix(file, "./")
		}
	}
	return ""
}
