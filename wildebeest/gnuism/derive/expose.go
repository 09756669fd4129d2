package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
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

// exposure says which public headers show which names.
type exposure struct {
	headers map[string]bool
	gnu     map[string]map[string]bool // name → headers, under _GNU_SOURCE
	modes   map[string]gnuism.Modes    // in which modes a name is visible
	kind    map[string]string
	inline  map[string]bool // functions defined in a header: they need no symbol
	fn      map[string]bool // macros that always have parameters
	size    map[string]int  // number of names each header shows
}

func newExposure() *exposure {
	return &exposure{map[string]bool{}, map[string]map[string]bool{}, map[string]gnuism.Modes{}, map[string]string{}, map[string]bool{}, map[string]bool{}, map[string]int{}}
}

func (e *exposure) note(header string, marks []mark) {
	e.size[header] = max(e.size[header], len(marks))
	for _, m := range marks {
		if m.inline {
			e.inline[m.name] = true
		}
		if m.kind == "macro" {
			if all, seen := e.fn[m.name]; !seen || all {
				e.fn[m.name] = m.fn
			}
		}
		if e.gnu[m.name] == nil {
			e.gnu[m.name] = map[string]bool{}
		}
		e.gnu[m.name][header] = true
		if old, ok := e.kind[m.name]; !ok || rank[m.kind] < rank[old] {
			e.kind[m.name] = m.kind
		}
	}
}

func (e *exposure) add(o *exposure) {
	for h := range o.headers {
		e.headers[h] = true
	}
	for name, headers := range o.gnu {
		for h := range headers {
			e.note(h, []mark{{name: name, kind: o.kind[name], inline: o.inline[name], fn: o.fn[name]}})
		}
	}
	for h, n := range o.size {
		e.size[h] = max(e.size[h], n)
	}
	for name, m := range o.modes {
		e.modes[name] |= m
	}
}

// rank orders kinds where a name has several: a macro that only aliases a
// function is a function.
var rank = map[string]int{"function": 0, "type": 1, "var": 2, "enumconst": 3, "macro": 4, "tag": 5, "member": 6}

// expose parses every header of t alone, under _GNU_SOURCE and in every mode.
func expose(t tree) (*exposure, error) {
	e := newExposure()
	var mu sync.Mutex
	var wg sync.WaitGroup
	var firstErr error
	queue := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for h := range queue {
				gnu, err := read(t, h, "#define _GNU_SOURCE 1\n")
				modes := map[string]gnuism.Modes{}
				for _, mode := range t.modes {
					shown, _ := read(t, h, mode.Defines) // a header may need _GNU_SOURCE: it shows nothing without
					for _, m := range shown {
						if !m.named {
							modes[m.name] |= mode.Bit
						}
					}
				}
				mu.Lock()
				e.headers[h] = true
				if err != nil && !t.lenient && firstErr == nil {
					firstErr = err
				}
				e.note(h, gnu)
				for name, m := range modes {
					e.modes[name] |= m
				}
				mu.Unlock()
			}
		})
	}
	for _, h := range t.headers {
		queue <- h
	}
	close(queue)
	wg.Wait()
	return e, firstErr
}

func read(t tree, header, defines string) ([]mark, error) {
	ast, err := cparse.Parse(cparse.Unit{
		Name:    "/header.c",
		Text:    []byte("#include <" + header + ">\n"),
		Defines: defines,
		System:  t.system,
		Header:  true,
	})
	if ast == nil {
		return nil, fmt.Errorf("parse <%s> of %s: %w", header, t.name, err)
	}
	return marks(ast), nil
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
	plain := in.Case == cc.DirectDeclaratorIdent ||
		in.Case == cc.DirectDeclaratorDecl && in.Declarator != nil && in.Declarator.Pointer == nil && in.Declarator.DirectDeclarator.Case == cc.DirectDeclaratorIdent
	return plain && (dd.Case == cc.DirectDeclaratorFuncParam || dd.Case == cc.DirectDeclaratorFuncIdent)
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
