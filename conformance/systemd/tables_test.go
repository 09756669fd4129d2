package main

import (
	"os"
	"strings"
	"testing"
)

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
