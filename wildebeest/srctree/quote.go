package srctree

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// maxText bounds the quoted line of a finding, in bytes.
const maxText = 200

// Quote turns the offsets in Column to columns and fills in Text, reading each
// file with findings once more. It returns the findings without those that a comment
// of the file says to ignore; isRule tells the ids of rules, and a comment that names
// none becomes a note.
func Quote(ctx context.Context, src Source, findings []report.Finding, isRule func(string) bool) ([]report.Finding, []report.Note, error) {
	var notes []report.Note
	ignored := map[*report.Finding]bool{}
	byFile := map[string][]*report.Finding{}
	for i := range findings {
		f := &findings[i]
		byFile[f.File] = append(byFile[f.File], f)
	}
	for file, list := range byFile {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		text, err := src.Read(file)
		if err != nil {
			return nil, nil, err
		}
		quote(text, list)
		notes = append(notes, ignore(file, text, list, isRule, ignored)...)
	}
	out := findings[:0]
	for i := range findings {
		if !ignored[&findings[i]] {
			out = append(out, findings[i])
		}
	}
	return out, notes, nil
}

// quote goes through the findings of one file in their order, and through its
// lines beside them: a line is looked for once, however many findings it has.
func quote(text []byte, list []*report.Finding) {
	slices.SortFunc(list, func(a, b *report.Finding) int { return cmp.Compare(a.Column, b.Column) })
	start, end := 0, -1 // of the line
	for _, f := range list {
		at := min(f.Column, len(text))
		for end < at {
			start = end + 1
			if i := bytes.IndexByte(text[start:], '\n'); i >= 0 {
				end = start + i
			} else {
				end = len(text)
			}
		}
		f.Column = at - start + 1
		f.Text = excerpt(text[start:end], at-start)
	}
}

// excerpt returns a line trimmed, and of a long one what stands around at.
func excerpt(line []byte, at int) string {
	if len(line) > maxText {
		from := max(0, at-maxText/2)
		line = line[from:min(len(line), from+maxText)]
	}
	return strings.ToValidUTF8(string(bytes.TrimSpace(slices.Clone(line))), "�")
}
