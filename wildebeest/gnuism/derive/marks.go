package main

import (
	"strings"

	"modernc.org/cc/v4"
)

// A mark is a name in one of C's name spaces: "open", "struct stat",
// "struct stat.st_mode".
type mark struct {
	name, kind string
	inline     bool
	fn         bool   // a macro with parameters
	named      bool   // a tag that is named and not defined
	value      string // of a macro: what stands for it
}

// marks lists what a translation unit declares at file scope and defines as macros.
func marks(ast *cc.AST) []mark {
	var out []mark
	for name, m := range ast.Macros {
		out = append(out, mark{name: name, kind: "macro", fn: m.IsFnLike, value: replacement(m)})
	}
	for name, nodes := range ast.Scope.Nodes {
		for _, n := range nodes {
			switch x := n.(type) {
			case *cc.Declarator:
				out = append(out, mark{name: name, kind: declaratorKind(x), inline: x.IsFuncDef()})
			case *cc.Enumerator:
				out = append(out, mark{name: name, kind: "enumconst"})
			case *cc.EnumSpecifier:
				out = append(out, mark{name: "enum " + name, kind: "tag"})
			case *cc.StructOrUnionSpecifier:
				tag := x.StructOrUnion.Token.SrcStr() + " " + name
				out = append(out, mark{name: tag, kind: "tag", named: x.StructDeclarationList == nil})
				out = append(out, members(tag, x.StructDeclarationList)...)
			}
		}
	}
	return append(out, typedefMembers(ast)...)
}

func declaratorKind(d *cc.Declarator) string {
	switch {
	case d.IsTypename():
		return "type"
	case isFunction(d.DirectDeclarator):
		return "function"
	}
	return "var"
}

// isFunction reports whether the innermost derivation of dd is "function".
func isFunction(dd *cc.DirectDeclarator) bool {
	if dd == nil || dd.DirectDeclarator == nil {
		return false
	}
	in := dd.DirectDeclarator
	if in.Case == cc.DirectDeclaratorDecl && in.Declarator != nil {
		inner := in.Declarator.DirectDeclarator
		if inner.Case != cc.DirectDeclaratorIdent {
			return isFunction(inner) // one that returns a pointer to a function, as signal does
		}
		if in.Declarator.Pointer != nil {
			return false
		}
	} else if in.Case != cc.DirectDeclaratorIdent {
		return false
	}
	return dd.Case == cc.DirectDeclaratorFuncParam || dd.Case == cc.DirectDeclaratorFuncIdent
}

// members lists the members of a struct or union as "parent.member"; those of
// unnamed inner structs count as the parent's.
func members(parent string, l *cc.StructDeclarationList) []mark {
	var out []mark
	for ; l != nil; l = l.StructDeclarationList {
		d := l.StructDeclaration
		if d == nil || d.Case != cc.StructDeclarationDecl {
			continue
		}
		if d.StructDeclaratorList == nil {
			if s := structOf(d.SpecifierQualifierList); s != nil {
				out = append(out, members(parent, s.StructDeclarationList)...)
			}
			continue
		}
		for dl := d.StructDeclaratorList; dl != nil; dl = dl.StructDeclaratorList {
			if sd := dl.StructDeclarator; sd != nil && sd.Declarator != nil {
				out = append(out, mark{name: parent + "." + sd.Declarator.Name(), kind: "member"})
			}
		}
	}
	return out
}

func structOf(l *cc.SpecifierQualifierList) *cc.StructOrUnionSpecifier {
	for ; l != nil; l = l.SpecifierQualifierList {
		if l.TypeSpecifier != nil && l.TypeSpecifier.StructOrUnionSpecifier != nil {
			return l.TypeSpecifier.StructOrUnionSpecifier
		}
	}
	return nil
}

// replacement is the text that stands for a macro, one space between its tokens.
func replacement(m *cc.Macro) string {
	var words []string
	for _, t := range m.ReplacementList() {
		if text := strings.TrimSpace(t.SrcStr()); text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " ")
}

// typedefMembers lists the members of unnamed structs by the typedef's name; and
// those that begin with an underscore of structs that have a name, or whose typedef
// has another: programs reach into fpos_t, not into struct _G_fpos_t.
func typedefMembers(ast *cc.AST) []mark {
	structs := map[string]*cc.StructDeclarationList{} // tag or typedef → members
	for tag, nodes := range ast.Scope.Nodes {
		for _, n := range nodes {
			if s, ok := n.(*cc.StructOrUnionSpecifier); ok && s.StructDeclarationList != nil {
				structs["tag "+tag] = s.StructDeclarationList
			}
		}
	}
	var out []mark
	for tu := ast.TranslationUnit; tu != nil; tu = tu.TranslationUnit {
		d := tu.ExternalDeclaration.Declaration
		if d == nil || d.Case != cc.DeclarationDecl || d.InitDeclaratorList == nil {
			continue
		}
		decl := d.InitDeclaratorList.InitDeclarator.Declarator
		if decl == nil || !decl.IsTypename() {
			continue
		}
		list, unnamed := aliased(d.DeclarationSpecifiers, structs)
		if list == nil || decl.Pointer != nil || decl.DirectDeclarator == nil || decl.DirectDeclarator.Case != cc.DirectDeclaratorIdent {
			continue
		}
		structs[decl.Name()] = list
		for _, m := range members(decl.Name(), list) {
			if unnamed || plainName(m.name)[0] == '_' {
				out = append(out, m)
			}
		}
	}
	return out
}

// aliased returns the members of the struct that the specifiers of a typedef mean, and
// whether it has no tag.
func aliased(l *cc.DeclarationSpecifiers, structs map[string]*cc.StructDeclarationList) (list *cc.StructDeclarationList, unnamed bool) {
	for ; l != nil; l = l.DeclarationSpecifiers {
		if l.TypeSpecifier == nil {
			continue
		}
		if s := l.TypeSpecifier.StructOrUnionSpecifier; s != nil {
			if tag := strings.TrimSpace(s.Token.SrcStr()); tag != "" {
				return structs["tag "+tag], false
			}
			return s.StructDeclarationList, true
		}
		if l.TypeSpecifier.Case == cc.TypeSpecifierTypeName {
			list = structs[l.TypeSpecifier.Token.SrcStr()]
		}
	}
	return list, false
}
