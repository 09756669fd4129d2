package headers

import (
	"slices"
	"strings"
	"testing"
)

// TestRenamedModules: a former name is no module's, its new name is one, and Find
// refuses the former by stating the new.
func TestRenamedModules(t *testing.T) {
	modules, err := Modules()
	if err != nil {
		t.Fatal(err)
	}
	renamed, err := Renamed()
	if err != nil || len(renamed) == 0 {
		t.Fatalf("renamed.tsv: %d rows, %v", len(renamed), err)
	}
	for old, today := range renamed {
		if _, err := Find(modules, today); err != nil {
			t.Errorf("%s is now called %s: %v", old, today, err)
		}
		if _, err := Find(modules, old); err == nil || !strings.Contains(err.Error(), "now called "+today) {
			t.Errorf("Find(%q): %v, want an error that states %s", old, err, today)
		}
	}
}

// TestDependenciesAreModules: Requires and Uses name modules, none twice, and only
// a module with sources uses another.
func TestDependenciesAreModules(t *testing.T) {
	modules, err := Modules()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		if _, err := Closure(modules, []string{m.Name}); err != nil {
			t.Error(err)
		}
		for _, used := range m.Uses {
			if slices.Contains(m.Requires, used) || m.MacroOnly() || used == m.Name {
				t.Errorf("%s uses %s: it requires it already, is it, or has no sources", m.Name, used)
			}
		}
	}
}
