package tables

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const derived = "derived"

// TestFilesAreAsWritten reads each derived table and writes it again: the bytes are
// the same unless somebody edited the file or changed its form.
func TestFilesAreAsWritten(t *testing.T) {
	sameBytes(t, Names)
	sameBytes(t, Presences)
	sameBytes(t, History)
	sameBytes(t, Headers)
	sameBytes(t, Sets)
	sameBytes(t, Clashes)
	sameBytes(t, Releases)
	sameBytes(t, MuslNames)
}

func sameBytes[Row any](t *testing.T, table *Table[Row]) {
	t.Helper()
	rows, err := table.ReadFile(derived)
	if err != nil || len(rows) == 0 {
		t.Errorf("%s: %d rows, %v", table.File, len(rows), err)
		return
	}
	inputs, err := table.Inputs(derived)
	if err != nil {
		t.Error(err)
	}
	text, err := os.ReadFile(filepath.Join(derived, table.File))
	if err != nil || string(text) != table.encode(inputs, rows) {
		t.Errorf("%s is not as derive writes it: run make generate (%v)", table.File, err)
	}
}

// TestNamesAgreeWithReleases holds the releases that presence.tsv says to declare a
// name, and the first and last release of each header, against musl-names.tsv.
func TestNamesAgreeWithReleases(t *testing.T) {
	versions, spans := readSpans(t)
	check := func(name, since, last string) {
		s, ok := spans[name]
		if !ok {
			return // musl has another name for it, or none
		}
		wantLast := ""
		if at := s.Last(); at < len(versions)-1 {
			wantLast = versions[at]
		}
		if wantSince := versions[s.First()]; since != wantSince || last != wantLast {
			t.Errorf("%s is since %q, until %q; musl-names.tsv says %q, %q: run make generate", name, since, last, wantSince, wantLast)
		}
	}
	presences, err := Presences.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]Span{}
	for _, p := range presences {
		s, err := ParseSpan(p.Releases, versions)
		if err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
		if declared[p.Name] == nil {
			declared[p.Name] = make(Span, len(versions))
		}
		for i, in := range s {
			declared[p.Name][i] = declared[p.Name][i] || in && strings.Contains(p.Modes, "g")
		}
	}
	for name, got := range declared {
		if want, ok := spans[name]; ok && !slices.Equal(got, want) {
			t.Errorf("%s is declared in %s; musl-names.tsv says %s: run make generate", name, got.Text(versions), want.Text(versions))
		}
	}
	headers, err := Headers.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range headers {
		check("<"+h.Name+">", h.Since, h.Last)
	}
	if len(spans) < 10000 {
		t.Errorf("musl-names.tsv has %d names", len(spans))
	}
}

// readSpans returns the releases, and which of them declare each name.
func readSpans(t *testing.T) (versions []string, spans map[string]Span) {
	t.Helper()
	releases, err := Releases.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range releases {
		versions = append(versions, r.Version)
	}
	rows, err := MuslNames.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	spans = map[string]Span{}
	for _, row := range rows {
		s, err := ParseSpan(row.Declared, versions)
		if err != nil {
			t.Fatal(err)
		}
		if s.First() >= 0 {
			spans[row.Name] = s
		}
	}
	return versions, spans
}

// TestSetsAreUsed finds sets that no name refers to, and two of one owner with the
// same members.
func TestSetsAreUsed(t *testing.T) {
	used := map[string]bool{}
	names, err := Names.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		used[Glibc+" "+n.Glibc], used[Kernel+" "+n.Kernel] = true, true
	}
	presences, err := Presences.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range presences {
		used[Musl+" "+p.Set] = true
	}
	members := map[string]string{}
	sets, err := Sets.ReadFile(derived)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sets {
		if !used[s.Owner+" "+s.Name] {
			t.Errorf("no name refers to set %s of %s", s.Name, s.Owner)
		}
		key := s.Owner + " " + s.Headers
		if other, ok := members[key]; ok {
			t.Errorf("sets %s and %s of %s have the same headers", s.Name, other, s.Owner)
		}
		members[key] = s.Name
		if len(strings.Fields(s.Headers)) == 0 {
			t.Errorf("set %s of %s is empty", s.Name, s.Owner)
		}
	}
}
