package rules_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// TestFixtures scans each rule's testdata, file by file: the lines that say
// "want" must fire, and no other.
func TestFixtures(t *testing.T) {
	dirs, err := filepath.Glob("*/rule.go")
	if err != nil {
		t.Fatal(err)
	}
	if len(dirs) != len(all.Rules) {
		t.Fatalf("%d directories, %d rules: run go generate", len(dirs), len(all.Rules))
	}
	for _, r := range all.Rules {
		t.Run(r.ID, func(t *testing.T) {
			files, err := filepath.Glob(filepath.Join(strings.ReplaceAll(r.ID, "-", ""), "testdata", "*"))
			if err != nil || len(files) == 0 {
				t.Fatalf("no testdata (%v)", err)
			}
			for _, file := range files {
				fixture(t, r, file)
			}
		})
	}
}

func fixture(t *testing.T, r *rules.Rule, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []int
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		if strings.Contains(line, "// want") || strings.Contains(line, "# want") {
			want = append(want, number)
		}
	}
	if len(want) == 0 {
		t.Errorf("%s: nothing is wanted", file)
	}
	rep, err := scan.Tree(context.Background(), file, scan.Options{Target: "musl-1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, f := range rep.Findings {
		if f.Rule == r.ID {
			got = append(got, f.Line)
			if f.Remedy != r.RemedyOf(f.Name) && !r.Configured {
				t.Errorf("%s:%d: remedy %v, want %v", file, f.Line, f.Remedy, r.Remedy)
			}
		}
	}
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Errorf("%s: lines (-want +got):\n%s", file, diff)
	}
}

func TestRules(t *testing.T) {
	ids := map[string]bool{}
	modules := map[string]bool{}
	known, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range known {
		modules[m.Name] = true
	}
	for _, r := range all.Rules {
		if ids[r.ID] {
			t.Errorf("%s is there twice", r.ID)
		}
		ids[r.ID] = true
		if r.Remedy.Kind == gnuism.Shim && !modules[r.Remedy.Module] {
			t.Errorf("%s: there is no module %q", r.ID, r.Remedy.Module)
		}
		for _, part := range []string{"Before", "After"} {
			if !strings.Contains(r.Doc, part) {
				t.Errorf("%s: doc.md has no %q", r.ID, part)
			}
		}
		if r.Summary == "" || r.Remedy.Kind == "" || len(r.Words) == 0 && r.Line == nil && !r.Configured {
			t.Errorf("%s: summary, remedy or words are missing", r.ID)
		}
	}
}
