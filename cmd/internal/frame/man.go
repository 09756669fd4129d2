package frame

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/version"
	"github.com/spf13/cobra"
)

// manVerb is `man -o DIR`.
func manVerb() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:     "man -o DIR",
		Short:   "write the manual pages of this tool",
		Long:    "Write a page of the tool and one of every verb into a directory, which is made\nif it is not there.",
		Example: "$TOOL man -o man\nman -l man/$TOOL.1",
		Args:    None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir == "" {
				return Required("-o DIR")
			}
			return WriteMan(cmd.Root(), dir)
		},
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "", "where to write: a `DIR`")
	cmd.MarkFlagDirname("output")
	return cmd
}

// WriteMan writes the manual pages of a tool and its verbs into a directory:
// TOOL.1 and TOOL-VERB.1.
func WriteMan(root *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		if cmd.Hidden {
			continue
		}
		var page bytes.Buffer
		writePage(&page, cmd)
		if err := os.WriteFile(filepath.Join(dir, pageName(cmd)+".1"), page.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// pageName is the name of a command's page, such as bootstrap-stage3.
func pageName(cmd *cobra.Command) string {
	return strings.ReplaceAll(cmd.CommandPath(), " ", "-")
}

// writePage writes a page in the macros of man(7).
func writePage(w io.Writer, cmd *cobra.Command) {
	fmt.Fprintf(w, ".TH %s 1 %s %s\n", quoted(strings.ToUpper(pageName(cmd))), version.Date, quoted("Wildebeest "+version.String()))
	fmt.Fprintf(w, ".SH NAME\n%s \\- %s\n", roff(pageName(cmd)), roff(cmd.Short))
	fmt.Fprintf(w, ".SH SYNOPSIS\n.B %s\n", roff(useLine(cmd)))
	fmt.Fprintf(w, ".SH DESCRIPTION\n%s", paragraphs(doc(cmd)))
	if cmd.HasAvailableSubCommands() {
		io.WriteString(w, ".SH VERBS\n")
		for _, verb := range cmd.Commands() {
			if !verb.Hidden {
				fmt.Fprintf(w, ".TP\n.BR %s (1)\n%s\n", roff(pageName(verb)), roff(verb.Short))
			}
		}
	}
	writePageOptions(w, options(cmd))
	fmt.Fprintf(w, ".SH EXIT STATUS\n%s", paragraphs(exitStatus(cmd)))
	fmt.Fprintf(w, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(example(cmd)))
	if cmd.HasParent() {
		fmt.Fprintf(w, ".SH SEE ALSO\n.BR %s (1)\n", roff(cmd.Root().Name()))
	}
}

func writePageOptions(w io.Writer, set []option) {
	if len(set) == 0 {
		return
	}
	io.WriteString(w, ".SH OPTIONS\n")
	for _, o := range set {
		form := "\\fB" + roff("--"+o.name) + "\\fR"
		if o.letter != "" {
			form = "\\fB" + roff("-"+o.letter) + "\\fR, " + form
		}
		if o.value != "" {
			form += " \\fI" + roff(o.value) + "\\fR"
		}
		fmt.Fprintf(w, ".TP\n%s\n%s\n", form, roff(o.usage))
	}
}

// paragraphs sets text as paragraphs, and indented lines as they are.
func paragraphs(text string) string {
	var b strings.Builder
	for i, part := range strings.Split(text, "\n\n") {
		switch {
		case strings.HasPrefix(part, " "):
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(part))
		case i > 0:
			fmt.Fprintf(&b, ".PP\n%s\n", roff(part))
		default:
			fmt.Fprintln(&b, roff(part))
		}
	}
	return b.String()
}

// roff keeps what would be a command of roff's from being one: backslashes,
// hyphens, and a full stop or an apostrophe at the start of a line.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func quoted(text string) string { return `"` + roff(text) + `"` }
