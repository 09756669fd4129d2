package gnuism

import (
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
)

func TestEveryNameHasARemedy(t *testing.T) {
	db, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	missing := 0
	for i := range db.Names {
		n := &db.Names[i]
		for _, r := range []Release{0, Newest()} {
			if _, ok := db.Remedy(n, r); !ok {
				missing++
				if missing < 60 {
					t.Errorf("%s (%s of %s) has no remedy for %v", n.Name, n.Kind, n.Home, r)
				}
			}
		}
	}
	for i := range db.Headers {
		h := &db.Headers[i]
		if _, ok := db.HeaderRemedy(h.Name); h.Glibc && !h.In(Newest()) && !ok {
			t.Errorf("header %s has no remedy", h.Name)
		}
	}
	if len(db.Names) < 5000 || missing > 0 {
		t.Errorf("%d of %d names have no remedy", missing, len(db.Names))
	}
}

// TestShimsAreProvided holds every promise of a module against that module's
// own list.
func TestShimsAreProvided(t *testing.T) {
	db, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	provides := map[string][]string{}
	for _, m := range modules {
		provides[m.Name] = m.Provides
	}
	promised := 0
	check := func(name string, remedy Remedy) {
		if remedy.Kind != Shim {
			return
		}
		promised++
		parent, _, _ := strings.Cut(name, ".") // of a member
		if !slices.Contains(provides[remedy.Module], name) && !slices.Contains(provides[remedy.Module], Plain(parent)) {
			t.Errorf("%s: the remedy is module %q, which does not provide it", name, remedy.Module)
		}
	}
	for i := range db.Names {
		n := &db.Names[i]
		name := n.Name
		if n.Kind == Tag {
			name = Plain(name)
		}
		remedy, _ := db.Remedy(n, Newest())
		check(name, remedy)
	}
	for i := range db.Headers {
		h := &db.Headers[i]
		if remedy, _ := db.HeaderRemedy(h.Name); h.Glibc && !h.In(Newest()) {
			check(h.Name, remedy)
		}
	}
	if promised < 500 {
		t.Errorf("%d names have a module", promised)
	}
}
