package srctree

import (
	"bytes"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// maxText bounds the quoted line of a finding, in bytes.
const maxText = 200

// Quote turns the offsets in Column to columns and fills in Text, reading each
// file with findings once more.
func Quote(src Source, findings []report.Finding) error {
	byFile := map[string][]*report.Finding{}
	for i := range findings {
		f := &findings[i]
		byFile[f.File] = append(byFile[f.File], f)
	}
	for file, list := range byFile {
		text, err := src.Read(file)
		if err != nil {
			return err
		}
		for _, f := range list {
			at := min(f.Column, len(text))
			start := bytes.LastIndexByte(text[:at], '\n') + 1
			end := len(text)
			if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
				end = at + i
			}
			f.Column = at - start + 1
			f.Text = excerpt(text[start:end], at-start)
		}
	}
	return nil
}

// excerpt returns a line trimmed, and of a long one what stands around at.
func excerpt(line []byte, at int) string {
	if len(line) > maxText {
		from := max(0, at-maxText/2)
		line = line[from:min(len(line), from+maxText)]
	}
	return strings.ToValidUTF8(string(bytes.TrimSpace(slices.Clone(line))), "�")
}
