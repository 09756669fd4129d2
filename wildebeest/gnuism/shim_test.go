package gnuism

import (
	"testing"

	"github.com/serpent-os/wildebeest/headers"
)

// TestModulesAreRemedies holds the database against the modules, both ways: a
// shim is what a module says it provides, never a row of disposition.tsv; and a
// name that a module provides has one owner and, where musl lacks it, is its remedy.
func TestModulesAreRemedies(t *testing.T) {
	db, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range db.rules {
		if d.remedy.Kind == Shim {
			t.Errorf("disposition.tsv sends %s of %s to module %s; its module.yaml has to say so", d.name, d.home, d.remedy.Module)
		}
	}
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	owner := make(map[string]string)
	for _, m := range modules {
		for _, name := range m.Provides {
			if other, ok := owner[name]; ok {
				t.Errorf("%s is provided by %s and by %s: one of them requires the other", name, other, m.Name)
			}
			owner[name] = m.Name
			if n, ok := db.Lookup(name); ok {
				for _, r := range []Release{0, Newest()} {
					if n.Usable(r) {
						continue // replaced by the module, or brought to another header
					}
					if remedy, _ := db.Remedy(n, r); remedy.Kind != Shim || remedy.Module != m.Name {
						t.Errorf("%s: the remedy is %+v, the provider %s", name, remedy, m.Name)
					}
				}
			}
		}
	}
}
