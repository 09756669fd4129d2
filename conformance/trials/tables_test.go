package main

import (
	"os"
	"strings"
	"testing"
)

// TestTables holds the committed tables against each other: the report is of the
// packages that are proven, and its numbers are those of its rows.
func TestTables(t *testing.T) {
	subjects, err := readSubjects(".")
	if err != nil {
		t.Fatal(err)
	}
	versions := map[string]string{}
	for _, s := range subjects {
		if versions[s.Name] != "" || len(s.SHA256) != 64 {
			t.Errorf("packages.tsv: %s stands there twice, or has no sha256", s.Name)
		}
		versions[s.Name] = s.Version
	}
	proven, err := readTruth(".")
	if err != nil || len(proven) == 0 {
		t.Fatalf("%d rows in truth.tsv (%v)", len(proven), err)
	}
	text, err := os.ReadFile("trials.md")
	if err != nil {
		t.Fatal(err)
	}
	rows, alarms, missed := 0, 0, 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| package") {
			continue
		}
		rows++
		name := strings.TrimSpace(cells[0])
		p, ok := proven[name]
		if !ok || versions[name] != p.Version || cells[1] != p.Version {
			t.Errorf("trials.md has %s %s; truth.tsv has %q, packages.tsv %q", name, cells[1], p.Version, versions[name])
		}
		switch last := strings.TrimSpace(cells[len(cells)-1]); {
		case last == "false":
			alarms++
		case strings.HasPrefix(last, "missed"):
			missed++
		}
	}
	if rows != len(proven) {
		t.Errorf("trials.md has %d rows, truth.tsv %d; run `make trials`", rows, len(proven))
	}
	t.Logf("%d packages, %d said to need something and built as they are, %d missed", rows, alarms, missed)
}
