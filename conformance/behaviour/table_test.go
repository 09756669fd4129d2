package behaviour_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

const tableFile = "behaviour.md"

const tableHead = `# The scanner against what programs do

Written by ` + "`make accuracy`" + `. Of each rule at the level *to behave*, and of each module
that replaces functions of musl: programs that do something else with musl %s than
with glibc, of which the scan has to find each, and, where it names a module, that makes
them do what they do with glibc; and programs that use the same functions and do the
same, of which the scan has to be silent. reasons.tsv says of which no program can tell.

| rule | differ | found | cured by the module | alike | silent |
|---|---|---|---|---|---|
`

// table writes the table, or compares it with the committed one.
func table(t *testing.T, known []behaviour, all []*measured) {
	t.Helper()
	text := fmt.Sprintf(tableHead, strings.TrimPrefix(stage3, "musl-"))
	var sums [5]int
	for _, row := range rows(known) {
		var counts [5]int
		for _, m := range all {
			if m.row == row {
				m.count(&counts)
			}
		}
		for i, n := range counts {
			sums[i] += n
		}
		text += line(row, counts)
	}
	text += line("**all**", sums)
	if *write && !t.Failed() {
		if err := os.WriteFile(tableFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	committed, err := os.ReadFile(tableFile)
	if err != nil || string(committed) != text {
		t.Errorf("%s is not what is measured: run make accuracy (%v)\n%s", tableFile, err, text)
	}
}

// count adds a program: differ, found, cured, alike, silent.
func (m *measured) count(counts *[5]int) {
	truth := 0
	if m.truth {
		truth = 1
	}
	if !m.differs {
		counts[3]++
		counts[4] += truth
		return
	}
	counts[0]++
	counts[1] += truth
	if m.cured != "" {
		counts[2] += truth
	}
}

func line(row string, counts [5]int) string {
	cells := []string{row}
	for _, n := range counts {
		cells = append(cells, fmt.Sprint(n))
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}
