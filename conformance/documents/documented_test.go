package documents

import (
	"go/ast"
	"go/doc"
	"go/token"
	"strings"
	"testing"
)

// TestEveryNameIsDocumented finds what the packages of docs/embedder.md export without
// a comment.
func TestEveryNameIsDocumented(t *testing.T) {
	names := 0
	for _, p := range embedded(t) {
		d, err := doc.NewFromFiles(p.Fset, p.Syntax, p.PkgPath)
		if err != nil {
			t.Fatal(err)
		}
		report := func(name, comment string) {
			if names++; strings.TrimSpace(comment) == "" {
				t.Errorf("%s.%s has no comment", d.Name, name)
			}
		}
		report("(the package)", d.Doc)
		values(report, append(d.Consts, d.Vars...))
		functions(report, "", d.Funcs)
		for _, each := range d.Types {
			report(each.Name, each.Doc)
			values(report, append(each.Consts, each.Vars...))
			functions(report, "", each.Funcs)
			functions(report, each.Name+".", each.Methods)
			if d.Name == "report" { // what programs read as JSON
				fields(report, each)
			}
		}
	}
	if names < 100 {
		t.Errorf("only %d names", names)
	}
}

func functions(report func(name, comment string), prefix string, all []*doc.Func) {
	for _, f := range all {
		report(prefix+f.Name, f.Doc)
	}
}

// values are constants and variables: the comment of their group will do.
func values(report func(name, comment string), all []*doc.Value) {
	for _, group := range all {
		for _, spec := range group.Decl.Specs {
			v := spec.(*ast.ValueSpec)
			for _, name := range v.Names {
				if token.IsExported(name.Name) {
					report(name.Name, group.Doc+v.Doc.Text()+v.Comment.Text())
				}
			}
		}
	}
}

// fields are those of a struct, each with a comment before or beside it.
func fields(report func(name, comment string), each *doc.Type) {
	for _, spec := range each.Decl.Specs {
		s, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, field := range s.Fields.List {
			for _, name := range field.Names {
				if token.IsExported(name.Name) {
					report(each.Name+"."+name.Name, field.Doc.Text()+field.Comment.Text())
				}
			}
		}
	}
}
