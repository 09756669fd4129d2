package ledger

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// at is a record of a package at a version, with modules that are declared,
// needed by the source and used by a binary.
func at(version string, declared, needed, used []string) Record {
	r := Record{Name: "audit", Version: version, Release: 1, Key: version, Outcome: Built, Declared: declared, Time: time.Unix(1600000000, 0).UTC()}
	for _, module := range needed {
		r.Found = append(r.Found, Finding{Name: "x", Module: module, File: "x.c", Line: 1})
	}
	if used != nil {
		r.Linked = map[string][]string{"usr/bin/x": used}
	}
	return r
}

func TestHistory(t *testing.T) {
	probe := at("4", nil, nil, nil)
	probe.Without = true
	l := &Ledger{records: []Record{
		at("1", nil, nil, nil),
		at("2", []string{"cdefs"}, []string{"cdefs"}, nil),
		at("2", []string{"cdefs"}, []string{"cdefs"}, nil), // built again
		at("3", []string{"cdefs", "argp"}, nil, []string{"argp"}),
		probe,
		at("4", nil, nil, nil),
		{Name: "other", Version: "1", Key: "o", Outcome: Built, Declared: []string{""}},
	}}
	var got []string
	for _, change := range l.History([]string{"audit"}) {
		got = append(got, change.String())
	}
	want := []string{
		"2020-09-13  audit 2-1  gained cdefs (declared, needed)",
		"2020-09-13  audit 3-1  gained argp (declared, used), otherwise cdefs (declared, needed → declared)",
		"2020-09-13  audit 4-1  lost argp (declared, used), lost cdefs (declared)",
	}
	if difference := cmp.Diff(want, got); difference != "" {
		t.Error(difference)
	}
	if all := l.History([]string{"other"}); len(all) != 1 || !strings.Contains(all[0].String(), "gained all of libwildebeest (declared)") {
		t.Errorf("a dependency on all: %v", all)
	}
}

func TestPatchedSourcesAreFailures(t *testing.T) {
	patched := at("1", nil, nil, nil)
	patched.Patches = []string{"fix.patch", "musl.patch"}
	l := &Ledger{records: []Record{patched}}
	none := func(string) bool { return false }
	r := l.Make([]string{"audit"}, none)
	if len(r.Patched) != 1 {
		t.Fatalf("%+v", r)
	}
	var text, page strings.Builder
	if err := writeText(r, &text); err != nil {
		t.Fatal(err)
	}
	if err := writeMarkdown(r, &page); err != nil {
		t.Fatal(err)
	}
	for out, want := range map[string]string{
		text.String(): "1 of 1 packages fail: their sources are patched\n  audit 1-1: fix.patch, musl.patch\n",
		page.String(): "## Failures: patched sources\n\n- audit 1-1: `fix.patch, musl.patch`\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the report lacks %q:\n%s", want, out)
		}
	}
}

func TestMarkdown(t *testing.T) {
	r := audit("k", []string{"cdefs", "fts"}, malloc)
	r.Time = time.Unix(1600000000, 0).UTC()
	probe := r
	probe.Without, probe.Outcome, probe.Broke = true, Failed, "x.h:1: error: a | b <c>"
	l := &Ledger{records: []Record{r, probe}}
	macros := func(module string) bool { return module == "cdefs" }
	var out strings.Builder
	if err := writeMarkdown(l.Make([]string{"audit"}, macros), &out); err != nil {
		t.Fatal(err)
	}
	want := `# Who leans on libwildebeest

1 of 1 packages.

| package | version | declared | needed by the source | used by a binary | without it |
|---|---|---|---|---|---|
| audit | 3.0.9-1 | cdefs fts | cdefs | cdefs (macros: by the source; a binary has no note of them) | fails without: x.h:1: error: a \| b &lt;c> |

## audit

- ` + "`__attribute_malloc__ (cdefs) auparse/auparse.h:54`" + `
- **note**: fts is declared, but neither the source nor a binary shows it: ` + "`bootstrap probe audit`" + `

## History

- 2020-09-13  audit 3.0.9-1  gained cdefs (declared, needed), gained fts (declared)
`
	if difference := cmp.Diff(want, out.String()); difference != "" {
		t.Error(difference)
	}
}
