package main

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestTables checks what the committed tables claim: at least 12 packages and
// 95 % recall, 90 % precision over all of them, 40 packages of evidence.
func TestTables(t *testing.T) {
	rows := tableRows(t, "compilers.md", 8)
	all := rows[len(rows)-1]
	if all[0] != "**all**" || len(rows) < 13 {
		t.Fatalf("%d rows, the last %v", len(rows), all)
	}
	number := func(s string) float64 {
		n, err := strconv.ParseFloat(strings.TrimSuffix(s, " %"), 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if recall := number(all[4]); recall < 95 {
		t.Errorf("recall is %v %%", recall)
	}
	if precision := number(all[7]); precision < 90 {
		t.Errorf("precision is %v %%", precision)
	}
	sum := 0.0
	for _, r := range rows[:len(rows)-1] {
		sum += number(r[2])
	}
	if sum != number(all[2]) || sum < 100 {
		t.Errorf("the truths of all are %v, their sum %v", all[2], sum)
	}
	if n := len(tableRows(t, "evidence.md", 6)); n < 40+12 {
		t.Errorf("%d packages of evidence", n)
	}
}

// tableRows returns the cells of a Markdown file's rows of n columns, without heads.
func tableRows(t *testing.T, file string, n int) [][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if !strings.HasPrefix(line, "| ") || len(cells) != n || strings.Contains(cells[0], "package") {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, cells)
	}
	if len(out) == 0 {
		t.Fatalf("%s has no rows of %d cells", file, n)
	}
	return out
}
