package documents

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var packageRow = regexp.MustCompile("(?m)^\\| `([a-z0-9/]+)` \\|")

// TestEmbedding sees to it that each Go package of docs/embedder.md has an example
// that go test runs: one with its output.
func TestEmbedding(t *testing.T) {
	text, err := os.ReadFile("../../docs/embedder.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := packageRow.FindAllStringSubmatch(string(text), -1)
	if len(rows) < 5 {
		t.Fatalf("only %d packages", len(rows))
	}
	for _, row := range rows {
		example, err := os.ReadFile(filepath.Join("../..", row[1], "example_test.go"))
		if err != nil || !strings.Contains(string(example), "func Example") || !strings.Contains(string(example), "// Output:") {
			t.Errorf("%s has no example with its output: %v", row[1], err)
		}
	}
}
