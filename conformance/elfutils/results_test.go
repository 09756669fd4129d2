package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/conformance/suite"
)

// TestCommittedTable holds the committed results to the rule that each test that
// does worse than on glibc has a reason.
func TestCommittedTable(t *testing.T) {
	problems, err := suite.Committed(".", 200)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		t.Error(problem)
	}
}

// put writes what automake leaves of one test.
func put(t *testing.T, dir, name, trs, log string) {
	t.Helper()
	for file, text := range map[string]string{name + ".trs": trs, name + ".log": log} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadResults(t *testing.T) {
	dir := t.TempDir()
	if _, err := readResults(dir); err == nil || !strings.Contains(err.Error(), "no test ran") {
		t.Errorf("an empty directory: %v", err)
	}
	put(t, dir, "a", ":test-result: PASS\n:recheck: no\n", "PASS a (exit status: 0)\n")
	put(t, dir, "run-b.sh", ":test-result: FAIL\n", "said  this\nFAIL run-b.sh (exit status: 1)\n")
	got, err := readResults(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]suite.Result{"a": {Outcome: suite.Pass}, "run-b.sh": {Outcome: suite.Fail, Last: "said this"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for text, want := range map[string]string{":test-result: NEW\n": `unknown result "NEW"`, "": "no line of :test-result:"} {
		put(t, dir, "c", text, "")
		if _, err := readResults(dir); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("with %q: %v, want %s", text, err, want)
		}
	}
}
