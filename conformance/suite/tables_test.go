package main

import (
	"os"
	"strings"
	"testing"
)

// readResults reads results.tsv, what `make systemd-tests` found last.
func readResults(t *testing.T) []row {
	t.Helper()
	text, err := os.ReadFile(resultsFile)
	if err != nil {
		t.Fatal(err)
	}
	reasons, err := readReasons(".")
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 3 {
			t.Fatalf("%s: %q has %d fields, want test, glibc, musl", resultsFile, line, len(fields))
		}
		rows = append(rows, row{Test: fields[0], Glibc: fields[1], Musl: fields[2], Reason: reasons[fields[0]]})
	}
	return rows
}

// TestCommittedTable holds the committed results to the rule that each test that
// does worse than on glibc has a reason.
func TestCommittedTable(t *testing.T) {
	rows := readResults(t)
	for _, problem := range unexplained(rows) {
		t.Error(problem)
	}
	if passed := count(rows, ofMusl)["pass"]; passed < 200 {
		t.Errorf("%d tests pass; the table is not of a whole run", passed)
	}
	page, err := os.ReadFile(markdownFile)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(string(page), markdown(rows)) {
		t.Errorf("%s is not what %s says; run `make systemd-tests`", markdownFile, resultsFile)
	}
}

func TestVerdict(t *testing.T) {
	glibc := map[string]result{"a": {"pass", ""}, "b": {"pass", ""}, "c": {"fail", ""}, "d": {"pass", ""}}
	musl := map[string]result{"a": {"pass", ""}, "b": {"fail", "no such locale"}, "c": {"pass", ""}, "d": {"skip", ""}}
	problems := verdict(compare(musl, glibc, map[string]string{"d": "why", "a": "no longer"}))
	want := []string{"2 tests pass on musl, 3 on glibc", "b: pass on glibc, fail on musl", "a does as well"}
	for _, w := range want {
		found := false
		for _, p := range problems {
			found = found || strings.Contains(p, w)
		}
		if !found {
			t.Errorf("no problem says %q: %q", w, problems)
		}
	}
	if len(problems) != len(want) {
		t.Errorf("problems: %q", problems)
	}
}

func TestReadLog(t *testing.T) {
	name := t.TempDir() + "/log"
	lines := `{"name":"x","result":"OK","stdout":"one\ntwo  three\n"}` + "\n" + `{"name":"y","result":"TIMEOUT","stdout":"","stderr":"bad"}` + "\n"
	if err := os.WriteFile(name, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := readLog(name)
	if err != nil || got["x"] != (result{"pass", "two three"}) || got["y"] != (result{"timeout", "bad"}) {
		t.Errorf("got %v, %v", got, err)
	}
	if err := os.WriteFile(name, []byte(`{"name":"x","result":"NEW"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readLog(name); err == nil || !strings.Contains(err.Error(), `unknown result "NEW"`) {
		t.Errorf("got %v", err)
	}
}
