package frame

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// columns is the width of the help.
const columns = 80

// An option as the help and the manual page show it.
type option struct {
	letter, name string // without hyphens; letter may be empty
	value        string // the kind of its value, empty where it takes none
	usage        string
}

// options are a command's own, without --help.
func options(cmd *cobra.Command) []option {
	var set []option
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" || f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			value = ""
		} else if worthSaying(f) {
			usage += " (default: " + f.DefValue + ")"
		}
		set = append(set, option{f.Shorthand, f.Name, value, usage})
	})
	return set
}

// worthSaying tells whether a default says something to a reader: an empty value
// or one below the least does not.
func worthSaying(f *pflag.Flag) bool {
	switch f.DefValue {
	case "", "0", "-1", "[]":
		return false
	}
	return true
}

// form is an option as it is written on a command line.
func (o option) form() string {
	form := "    --" + o.name
	if o.letter != "" {
		form = "-" + o.letter + ", --" + o.name
	}
	if o.value != "" {
		form += " " + o.value
	}
	return form
}

// writeOptions writes the options in two columns.
func writeOptions(w io.Writer, set []option) {
	if len(set) == 0 {
		return
	}
	width := 0
	for _, o := range set {
		width = max(width, len(o.form()))
	}
	io.WriteString(w, "\noptions:\n")
	for _, o := range set {
		form := o.form()
		for _, line := range Wrap(o.usage, columns-width-4) {
			fmt.Fprintf(w, "  %-*s  %s\n", width, form, line)
			form = ""
		}
	}
}

// Wrap breaks text into lines of a width, at spaces.
func Wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
