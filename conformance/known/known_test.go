package known

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTable reads the project's table: every tool has a test, so a row of any
// other tool is held by none.
func TestTable(t *testing.T) {
	rows, err := ReadPrefix("")
	if err != nil {
		t.Fatal(err)
	}
	tools := map[string]int{}
	for _, r := range rows {
		tool, _, _ := strings.Cut(r.Tool, "/")
		tools[tool]++
	}
	for _, tool := range []string{"getconf", "getent", "headers", "libwildebeest"} {
		if tools[tool] == 0 {
			t.Errorf("%s has no row of %s, or this list is out of date", File, tool)
		}
		delete(tools, tool)
	}
	for tool := range tools {
		t.Errorf("%s has rows of %q, which no test reads", File, tool)
	}
}

func TestReadSelectsTheTool(t *testing.T) {
	all, err := Read("headers")
	if err != nil || len(all) == 0 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	for _, r := range all {
		if r.Tool != "headers" {
			t.Errorf("a row of %s", r.Tool)
		}
	}
}

func TestMistakesAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"getconf\tX\t1\t2\n":                     ":1: the line has 4 fields",
		"getconf\tX\t1\t2\t\n":                   ":1: tool, case and reason must not be empty",
		"# head\na\tX\t1\t2\tw\na\tX\t1\t3\tw\n": `:3: a has two rows for "X"`,
	} {
		file := filepath.Join(t.TempDir(), "known.tsv")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readFile(file, func(Row) bool { return true }); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
