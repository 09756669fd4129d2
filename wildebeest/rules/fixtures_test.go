package rules_test

import (
	"context"
	"io/fs"
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

// TestFixtures scans each rule's testdata, file by file: the lines that say "want"
// must fire, and no other; in testdata/quiet none says so. Every rule has lines of
// both kinds: cases, and look-alikes that have one of its words and must not fire.
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
			dir := filepath.Join(strings.ReplaceAll(r.ID, "-", ""), "testdata")
			loud, quiet := 0, 0
			err := filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() {
					return err
				}
				wanted, alike := fixture(t, r, file)
				loud, quiet = loud+wanted, quiet+alike
				if (wanted == 0) != (filepath.Base(filepath.Dir(file)) == "quiet") {
					t.Errorf("%s: %d lines are wanted", file, wanted)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if loud == 0 || quiet == 0 {
				t.Errorf("testdata has %d lines that must fire and %d that look alike: want some of both", loud, quiet)
			}
		})
	}
}

// fixture scans a file and returns how many of its lines must fire, and how many look
// alike and must not.
func fixture(t *testing.T, r *rules.Rule, file string) (wanted, alike int) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []int
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		switch {
		case strings.Contains(line, "// want") || strings.Contains(line, "# want"):
			want = append(want, number)
		case looksAlike(r, line):
			alike++
		}
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
				t.Errorf("%s:%d: remedy %v, want %v", file, f.Line, f.Remedy, r.RemedyOf(f.Name))
			}
		}
	}
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Errorf("%s: lines (-want +got):\n%s", file, diff)
	}
	return len(want), alike
}

// looksAlike reports whether a line has one of the words that the rule looks at, or is
// a line of a build file for a rule that looks at those.
func looksAlike(r *rules.Rule, line string) bool {
	if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#include") {
		return false
	}
	return r.Line != nil || r.Configured || slices.ContainsFunc(r.Words, func(word string) bool { return strings.Contains(line, word) })
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
