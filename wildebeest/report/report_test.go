package report

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sample has one finding of each remedy, odd file names and a note.
func sample() *Report {
	r := &Report{Tool: "wildebeest", Target: "musl-1.2.3", Tree: "tree", Notes: []Note{{"a b%.c", "too big"}}, Findings: []Finding{
		{Rule: RuleGNUism, Name: "argp_parse", Kind: "function", File: "src/ma in.c", Line: 3, Column: 2, Text: "argp_parse(a);", Guard: "A", Level: Build, Confidence: Parsed, Remedy: Remedy{Kind: "shim", Module: "argp"}},
		{Rule: RuleInclude, Name: "PATH_MAX", Kind: "macro", File: "src/ä.c", Line: 9, Column: 1, Text: "char b[PATH_MAX];", Level: Build, Confidence: Reachable, Remedy: Remedy{Kind: "include", Header: "limits.h", Text: "#include <limits.h>"}},
		{Rule: RuleGNUism, Name: "error", Kind: "function", File: "b.c", Line: 1, Column: 1, Text: "error();", Level: Only, Confidence: Lexical, Remedy: Remedy{Kind: "shim", Module: "error"}},
		{Rule: RuleGNUism, Name: "mtrace", Kind: "function", File: "c.c", Line: 1, Column: 1, Text: "mtrace();", Level: Build, Confidence: Lexical, Remedy: Remedy{Kind: "none", Text: "use a sanitizer"}},
		{Rule: "strtol-errno", Name: "strtol", Kind: "behaviour", File: "d.c", Line: 1, Column: 1, Text: "strtol();", Level: Behave, Confidence: Reachable, Remedy: Remedy{Kind: "shim", Module: "strtol"}},
	}}
	r.Finish()
	return r
}

// schemaOf compiles a JSON schema.
func schemaOf(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestJSONSchema(t *testing.T) {
	schema := schemaOf(t, "report.schema.json")
	var b bytes.Buffer
	if err := sample().JSON(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
	bad, _ := jsonschema.UnmarshalJSON(strings.NewReader(`{"tool":"wildebeest"}`))
	if schema.Validate(bad) == nil {
		t.Error("the schema takes a report without findings")
	}
}

func TestSARIFSchema(t *testing.T) {
	// From the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT), lib/schemas.
	schema := schemaOf(t, "testdata/sarif-2.1.0-rtm.5.json")
	for name, r := range map[string]*Report{"findings": sample(), "empty": {Tool: "wildebeest"}} {
		var b bytes.Buffer
		if err := r.SARIF(&b); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	prints := map[string]bool{}
	moved, twice := sample(), sample()
	for i := range moved.Findings {
		moved.Findings[i].Line += 100
	}
	twice.Findings = append(twice.Findings, twice.Findings[0])
	for _, c := range []struct {
		r    *Report
		more int
	}{{sample(), 5}, {moved, 0}, {twice, 1}} {
		var b bytes.Buffer
		if err := c.r.SARIF(&b); err != nil {
			t.Fatal(err)
		}
		before := len(prints)
		for _, m := range regexp.MustCompile(`"wildebeestFinding/v1": "(\w+)"`).FindAllStringSubmatch(b.String(), -1) {
			prints[m[1]] = true
		}
		if got := len(prints) - before; got != c.more {
			t.Errorf("%d new fingerprints, want %d", got, c.more)
		}
	}
	bad, _ := jsonschema.UnmarshalJSON(strings.NewReader(`{"version":"2.1.0","runs":[{"results":[]}]}`))
	if schema.Validate(bad) == nil {
		t.Error("the schema takes a run without a tool")
	}
}

func TestSummary(t *testing.T) {
	got := sample().Summary
	want := Summary{Findings: 5, Modules: []string{"argp"}, Includes: 1, Porting: 1, Behave: []string{"strtol"},
		Levels: map[string]int{Build: 3, Only: 1, Behave: 1}, Remedies: map[string]int{"shim": 1, "include": 1, "none": 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
}

func TestText(t *testing.T) {
	var b bytes.Buffer
	all := sample()
	all.All = true
	if err := all.Text(&b); err != nil {
		t.Fatal(err)
	}
	want := `libwildebeest provides:
  argp_parse (function): module argp
    src/ma in.c:3:2: argp_parse(a);
  error (function): module error
    b.c:1:1: error();  [only]
  strtol (strtol-errno): module strtol
    d.c:1:1: strtol();  [behave]
an #include is missing:
  PATH_MAX (macro): #include <limits.h>
    src/ä.c:9:1: char b[PATH_MAX];
nothing stands in:
  mtrace (function): use a sanitizer
    c.c:1:1: mtrace();  [may be another name]
note: a b%.c: too big
tree: to build needs module argp, 1 more include, a change for 1 name; behaves differently at 1 place (module strtol); 1 only for fallbacks, options or tests
(musl-1.2.3; 0 files, 0.0 MB, 5 findings)
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestBehaviourIsShortened(t *testing.T) {
	r := &Report{Findings: []Finding{}}
	for line := range 6 {
		r.Findings = append(r.Findings, Finding{Rule: "strtol-errno", Name: "strtol", File: "a.c", Line: line + 1, Level: Behave, Remedy: Remedy{Kind: "shim", Module: "strtol"}})
		r.Findings = append(r.Findings, Finding{Rule: "gnuism", Name: "argp_parse", File: "a.c", Line: line + 1, Level: Build, Remedy: Remedy{Kind: "shim", Module: "argp"}})
	}
	r.Finish()
	var b strings.Builder
	r.All = true
	if err := r.Text(&b); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(b.String(), "[behave]"); got != 3 || !strings.Contains(b.String(), "    a.c: 3 more\n") {
		t.Errorf("%d places of behaviour are shown, want 3 and the number of others:\n%s", got, b.String())
	}
	if got := strings.Count(b.String(), "a.c:"); got != 3+1+6 {
		t.Errorf("%d lines name the file, want every need and four of behaviour:\n%s", got, b.String())
	}
}

// TestBrief: without All there is a line for each remedy and cause.
func TestBrief(t *testing.T) {
	r := sample()
	for range 7 {
		f := r.Findings[slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Name == "argp_parse" })]
		r.Findings = append(r.Findings, f)
	}
	r.Finish()
	var b strings.Builder
	if err := r.Text(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"  module argp: argp_parse: 8 places in 1 file\n",
		"  module strtol: strtol (strtol-errno): 1 place in 1 file  [behave]\n",
		"  #include <limits.h>: PATH_MAX: 1 place in 1 file\n",
	} {
		if !strings.Contains(b.String(), line) {
			t.Errorf("no line %q in:\n%s", line, b.String())
		}
	}
}
