package suite

import (
	"strings"
	"testing"
)

func TestVerdict(t *testing.T) {
	glibc := map[string]Result{"a": {Pass, ""}, "b": {Pass, ""}, "c": {Fail, ""}, "d": {Pass, ""}}
	musl := map[string]Result{"a": {Pass, ""}, "b": {Fail, "no such locale"}, "c": {Pass, ""}, "d": {Skip, ""}}
	rows := compare(musl, glibc, map[string]string{"d": "why", "a": "no longer"})
	problems := Suite{Match: true}.verdict(rows)
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
	if problems := (Suite{}).verdict(rows); len(problems) != len(want)-1 {
		t.Errorf("without Match: %q", problems)
	}
}

// TestTablesAreReadBack makes sure that what a run writes is what Committed accepts.
func TestTablesAreReadBack(t *testing.T) {
	dir := t.TempDir()
	s := Suite{Name: "some", Version: "1"}
	rows := compare(map[string]Result{"a": {Pass, ""}, "b": {Fail, "last"}}, map[string]Result{"a": {Pass, ""}, "b": {Fail, ""}, "c": {Pass, ""}}, nil)
	if err := s.writeTables(dir, rows); err != nil {
		t.Fatal(err)
	}
	problems, err := Committed(dir, 1)
	if err != nil || len(problems) != 1 || !strings.HasPrefix(problems[0], "c: pass on glibc, absent on musl") {
		t.Errorf("got %q, %v", problems, err)
	}
	if problems, err := Committed(dir, 2); err != nil || len(problems) != 2 {
		t.Errorf("with one pass too few: %q, %v", problems, err)
	}
}

func TestLastLine(t *testing.T) {
	if got := LastLine("one\ntwo  three\n\n"); got != "two three" {
		t.Errorf("got %q", got)
	}
}
