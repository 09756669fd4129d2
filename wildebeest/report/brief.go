package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// cause is what a line of the brief text is about.
type cause struct{ remedy, rule, level string }

// brief is what findings with one cause have in common.
type brief struct {
	cause
	names  []string
	files  map[string]bool
	places int
}

// maxNames bounds the names of a line; the others are counted.
const maxNames = 6

// writeBrief writes a line for each remedy, rule and level, in the order of the list.
func writeBrief(w io.Writer, list []Finding) error {
	var lines []*brief
	at := map[cause]*brief{}
	for i := range list {
		f := &list[i]
		c := cause{remedyText(f.Remedy), f.Rule, f.Level}
		b := at[c]
		if b == nil {
			b = &brief{cause: c, files: map[string]bool{}}
			at[c] = b
			lines = append(lines, b)
		}
		b.places++
		b.files[f.File] = true
		if !slices.Contains(b.names, f.Name) {
			b.names = append(b.names, f.Name)
		}
	}
	for _, b := range lines {
		if _, err := fmt.Fprintln(w, b.line()); err != nil {
			return err
		}
	}
	return nil
}

func (b *brief) line() string {
	names := strings.Join(b.names[:min(len(b.names), maxNames)], ", ")
	if more := len(b.names) - maxNames; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	rule, level := "", ""
	if !databaseRules[b.rule] {
		rule = " (" + b.rule + ")"
	}
	if b.level != Build {
		level = "  [" + b.level + "]"
	}
	return fmt.Sprintf("  %s: %s%s: %d %s in %d %s%s", b.remedy, names, rule, b.places, plural(b.places, "place"), len(b.files), plural(len(b.files), "file"), level)
}
