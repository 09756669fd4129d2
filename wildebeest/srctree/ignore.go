package srctree

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// marker begins what a comment says to ignore: rules, joined by commas, and why.
var marker = []byte("wildebeest:ignore")

// ignore adds to ignored the findings of a file that a comment of their line, or one
// that has the line before to itself, says to ignore.
func ignore(file string, text []byte, list []*report.Finding, isRule func(string) bool, ignored map[*report.Finding]bool) []report.Note {
	if !bytes.Contains(text, marker) {
		return nil
	}
	var notes []report.Note
	byLine := map[int]map[string]bool{}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		before, after, ok := bytes.Cut(line, marker)
		if !ok {
			continue
		}
		words := strings.Fields(strings.TrimRight(strings.TrimSpace(string(after)), "*/ \t"))
		if len(words) < 2 {
			notes = append(notes, report.Note{File: file, Text: fmt.Sprintf("line %d: %s: want a rule and the reason", number, marker)})
			continue
		}
		about := number
		if len(bytes.Trim(before, " \t/*#")) == 0 {
			about++
		}
		for rule := range strings.SplitSeq(words[0], ",") {
			if !isRule(rule) {
				notes = append(notes, report.Note{File: file, Text: fmt.Sprintf("line %d: %s: there is no rule %q", number, marker, rule)})
				continue
			}
			if byLine[about] == nil {
				byLine[about] = map[string]bool{}
			}
			byLine[about][rule] = true
		}
	}
	for _, f := range list {
		if byLine[f.Line][f.Rule] {
			ignored[f] = true
		}
	}
	return notes
}
