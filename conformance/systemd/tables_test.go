package main

import (
	"os"
	"strings"
	"testing"

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

func TestReadLog(t *testing.T) {
	name := t.TempDir() + "/log"
	lines := `{"name":"x","result":"OK","stdout":"one\ntwo  three\n"}` + "\n" + `{"name":"y","result":"TIMEOUT","stdout":"","stderr":"bad"}` + "\n"
	if err := os.WriteFile(name, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := readLog(name)
	if err != nil || got["x"] != (suite.Result{Outcome: suite.Pass, Last: "two three"}) || got["y"] != (suite.Result{Outcome: suite.Timeout, Last: "bad"}) {
		t.Errorf("got %v, %v", got, err)
	}
	if err := os.WriteFile(name, []byte(`{"name":"x","result":"NEW"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readLog(name); err == nil || !strings.Contains(err.Error(), `unknown result "NEW"`) {
		t.Errorf("got %v", err)
	}
}
