package ledger

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func audit(key string, declared []string, found ...Finding) Record {
	return Record{Name: "audit", Version: "3.0.9", Release: 1, Key: key, Outcome: Built, Declared: declared, Found: found}
}

var malloc = Finding{Name: "__attribute_malloc__", Module: "cdefs", File: "auparse/auparse.h", Line: 54}

func TestLedgerSurvivesATornLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"one", "two"} {
		if err := l.Add(audit(key, nil)); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := len(text) - 1; cut > len(text)/2+1; cut-- {
		if err := os.WriteFile(path, text[:cut], 0o644); err != nil {
			t.Fatal(err)
		}
		l, err := Open(path)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if !l.Has("one") {
			t.Fatalf("cut at %d: the first record is lost", cut)
		}
		if err := l.Add(audit("three", nil)); err != nil {
			t.Fatal(err)
		}
		if l, err = Open(path); err != nil || !l.Has("one") || !l.Has("three") {
			t.Fatalf("cut at %d: after adding: %v", cut, err)
		}
	}
	if err := os.WriteFile(path, []byte("{}\nbroken\n{}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), ":2:") {
		t.Errorf("a broken line in the middle: %v", err)
	}
}

func TestReportTellsDifferences(t *testing.T) {
	macros := func(module string) bool { return module == "cdefs" }
	argp := map[string][]string{"usr/bin/x": {"argp"}}
	for _, test := range []struct {
		label  string
		record Record
		want   []string
		not    string
	}{
		{"as declared", audit("k", []string{"cdefs"}, malloc), []string{"1 of 1 packages", "auparse/auparse.h:54", "used      cdefs (macros"}, "\n  note "},
		{"not declared", audit("k", nil, malloc), []string{"none of 1 packages leans", "1 more were built without", "audit 3.0.9-1: cdefs"}, ""},
		{"not all declared", audit("k", []string{"argp"}, malloc), []string{"the source uses cdefs, which the recipe does not declare"}, ""},
		{"not needed", audit("k", []string{"fts"}), []string{"fts is declared, but neither the source nor a binary shows it"}, ""},
		{"linked", func() Record { r := audit("k", []string{"argp"}); r.Linked = argp; return r }(), []string{"used      argp"}, "\n  note "},
		{"linked, and what it uses", func() Record { r := audit("k", []string{"error"}); r.Linked = argp; return r }(), []string{"used      argp"}, "contains argp"},
		{"linked, not declared", func() Record { r := audit("k", nil); r.Linked = argp; return r }(), []string{"a binary contains argp"}, ""},
		{"no dependent", audit("k", nil), []string{"none of 1 packages leans"}, ""},
	} {
		t.Run(test.label, func(t *testing.T) {
			l := &Ledger{records: []Record{test.record}}
			var out strings.Builder
			if err := writeText(l.Make([]string{"audit"}, macros), &out); err != nil {
				t.Fatal(err)
			}
			for _, want := range test.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("the report lacks %q:\n%s", want, out.String())
				}
			}
			if test.not != "" && strings.Contains(out.String(), test.not) {
				t.Errorf("the report has %q:\n%s", test.not, out.String())
			}
		})
	}
}

func TestProbeSaysWhenToDrop(t *testing.T) {
	probe := audit("p", nil)
	probe.Without = true
	l := &Ledger{records: []Record{audit("k", []string{"cdefs"}, malloc), probe}}
	r := l.Make([]string{"audit"}, func(string) bool { return true })
	if len(r.Dependents) != 1 || !strings.Contains(strings.Join(r.Dependents[0].Notes, "\n"), "can be dropped") {
		t.Errorf("%+v", r.Dependents)
	}
}

func TestFormats(t *testing.T) {
	l := &Ledger{records: []Record{audit("k", []string{"cdefs"}, malloc)}}
	report := l.Make([]string{"audit"}, func(string) bool { return false })
	for _, name := range Formats.Names() {
		var out strings.Builder
		if err := Formats.Write(&out, name, report); err != nil || !strings.Contains(out.String(), "auparse/auparse.h") {
			t.Errorf("%s: %v\n%s", name, err, out.String())
		}
	}
}
