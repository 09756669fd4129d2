package main

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// coloured reports whether an output is a terminal that wants colours: NO_COLOR, of any
// value, forbids them (no-color.org).
func coloured(out io.Writer) bool {
	return statusline.IsTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// A paint gives what matches it a colour, in the terms of ECMA-48.
type paint struct {
	what   *regexp.Regexp
	colour string
}

var paints = []paint{
	{regexp.MustCompile(`^[a-z#][^:]*:$`), "1"}, // the title of a group
	{regexp.MustCompile(`^note: .*$`), "2"},
	{regexp.MustCompile(`(?:to build needs [^;]*|behaves differently[^;]*)`), "1"},
	{regexp.MustCompile(`^ {4}\S+:\d+:\d+:`), "36"},
	{regexp.MustCompile(`  \[behave\]$`), "33"},
	{regexp.MustCompile(`  \[(?:unsure|only)\]$`), "2"},
}

// inColour is a form of the report with colours. What the report says is made harmless
// first: the colours are all that controls the terminal.
func inColour(write func(*report.Report, io.Writer) error) func(*report.Report, io.Writer) error {
	return func(r *report.Report, out io.Writer) error {
		var text bytes.Buffer
		if err := write(r, &text); err != nil {
			return err
		}
		var b strings.Builder
		for line := range strings.Lines(printable.Text(text.String())) {
			line = strings.TrimSuffix(line, "\n")
			for _, p := range paints {
				line = p.what.ReplaceAllString(line, "\x1b["+p.colour+"m$0\x1b[0m")
			}
			b.WriteString(line + "\n")
		}
		_, err := io.WriteString(printable.Raw(out), b.String())
		return err
	}
}
