package ledger

import (
	"fmt"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// writeMarkdown prints the report as a page.
func writeMarkdown(r Report, out io.Writer) error {
	w := &writer{out: out}
	w.printf("# Who leans on libwildebeest\n\n%d of %d packages.\n", len(r.Dependents), r.Packages)
	if len(r.Dependents) > 0 {
		w.printf("\n| package | version | declared | needed by the source | used by a binary | without it |\n|---|---|---|---|---|---|\n")
	}
	for _, d := range r.Dependents {
		probe := "not probed"
		if d.Probe != nil {
			probe = probeText(*d.Probe)
		}
		w.printf("| %s | %s-%d | %s | %s | %s | %s |\n", cell(d.Name), cell(d.Version), d.Release,
			cell(list(d.Declared)), cell(list(d.Needed)), cell(d.usedText()), cell(probe))
	}
	for _, d := range r.Dependents {
		if len(d.Found)+len(d.Notes) == 0 {
			continue
		}
		w.printf("\n## %s\n\n", cell(d.Name))
		for _, line := range sourcePositions(d.Found) {
			w.printf("- %s\n", code(line))
		}
		for _, note := range d.Notes {
			w.printf("- **note**: %s\n", cell(note))
		}
	}
	if len(r.Patched) > 0 {
		w.printf("\n## Failures: patched sources\n\n")
	}
	for _, p := range r.Patched {
		w.printf("- %s %s-%d: %s\n", cell(p.Name), cell(p.Version), p.Release, code(strings.Join(p.Patches, ", ")))
	}
	if len(r.History) > 0 {
		w.printf("\n## History\n\n")
	}
	for _, change := range r.History {
		w.printf("- %s\n", cell(change.String()))
	}
	return w.err
}

// inCell are the characters that would end a table's cell, or begin a tag, an
// entity or a link.
var inCell = strings.NewReplacer("&", "&amp;", "<", "&lt;", "|", `\|`, "[", `\[`, "]", `\]`, `\`, `\\`)

// cell is a text that is only text, and code, in a cell of a table or in a line.
func cell(text string) string {
	return inCell.Replace(printable.Line(strings.ReplaceAll(text, "\n", " ")))
}

// code is a text as code; a backtick would end it.
func code(text string) string {
	return fmt.Sprintf("`%s`", printable.Line(strings.NewReplacer("`", "'", "\n", " ").Replace(text)))
}
