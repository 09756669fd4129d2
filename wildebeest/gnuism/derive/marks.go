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
	fn         bool // a macro with parameters
	named      bool // a tag that is named and not defined
}

// marks lists what a translation unit declares at file scope and defines as macros.
func marks(ast *cc.AST) []mark {
	var out []mark
	for name, m := range ast.Macros {
		out = append(out, mark{name: name, kind: "macro", fn: m.IsFnLike})
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
	return append(out, typedefMembers(ast.TranslationUnit)...)
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

// typedefMembers lists the members of unnamed structs by the typedef's name.
func typedefMembers(tu *cc.TranslationUnit) []mark {
	var out []mark
	for ; tu != nil; tu = tu.TranslationUnit {
		d := tu.ExternalDeclaration.Declaration
		if d == nil || d.Case != cc.DeclarationDecl || d.InitDeclaratorList == nil {
			continue
		}
		var s *cc.StructOrUnionSpecifier
		for l := d.DeclarationSpecifiers; l != nil; l = l.DeclarationSpecifiers {
			if l.TypeSpecifier != nil && l.TypeSpecifier.StructOrUnionSpecifier != nil {
				s = l.TypeSpecifier.StructOrUnionSpecifier
			}
		}
		decl := d.InitDeclaratorList.InitDeclarator.Declarator
		if s == nil || decl == nil || !decl.IsTypename() || strings.TrimSpace(s.Token.SrcStr()) != "" {
			continue
		}
		out = append(out, members(decl.Name(), s.StructDeclarationList)...)
	}
	return out
}
