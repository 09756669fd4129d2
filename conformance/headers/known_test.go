package headers_test

import (
	"os"
	"strings"
	"testing"
)

// knownDifferences returns the rows of known.tsv for one tool: case to reason.
func knownDifferences(t *testing.T, tool string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../known.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := make(map[string]string)
	for _, line := range strings.Split(string(data), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) != 5 || strings.HasPrefix(line, "#") || fields[0] != tool {
			continue
		}
		rows[fields[1]] = fields[4]
	}
	return rows
}
