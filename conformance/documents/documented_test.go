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
