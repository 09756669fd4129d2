package frame

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

const exitKey = "exit status"

// ExitStatus is the annotation of a command whose exit statuses say something of
// their own, such as "0 done, 1 found".
func ExitStatus(text string) map[string]string { return map[string]string{exitKey: text} }

// writeHelp writes what --help shows: usage, text, verbs or options, exit
// statuses, example.
func writeHelp(w io.Writer, cmd *cobra.Command) {
	fmt.Fprintf(w, "usage: %s\n\n%s\n", useLine(cmd), doc(cmd))
	if cmd.HasAvailableSubCommands() {
		io.WriteString(w, "\nverbs:\n")
		writeVerbs(w, cmd)
	}
	writeOptions(w, options(cmd))
	fmt.Fprintf(w, "\nexit status: %s\n", strings.Join(Wrap(exitStatus(cmd), columns-15), "\n  "))
	fmt.Fprintf(w, "\nexample:\n%s\n", indented(example(cmd), "  "))
	if !cmd.HasParent() {
		fmt.Fprintf(w, "\n`%s help VERB` shows the options of a verb.\n", cmd.Name())
	}
}

// useLine is a command line's form, from the tool's name on.
func useLine(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return cmd.Use
	}
	return cmd.Root().Name() + " " + cmd.Use
}

// doc is what a command does, in sentences.
func doc(cmd *cobra.Command) string { return strings.Trim(cmd.Long, "\n") }

// exitStatus is what the exit statuses of a command say.
func exitStatus(cmd *cobra.Command) string {
	if text, ok := cmd.Annotations[exitKey]; ok {
		return text
	}
	return cmd.Root().Annotations[exitKey]
}

// example is a command's example. $TOOL stands for the tool's name, in verbs
// that every tool has.
func example(cmd *cobra.Command) string {
	return strings.ReplaceAll(strings.Trim(cmd.Example, "\n"), "$TOOL", cmd.Root().Name())
}

func indented(text, by string) string {
	return by + strings.ReplaceAll(text, "\n", "\n"+by)
}

func writeVerbs(w io.Writer, root *cobra.Command) {
	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for _, verb := range root.Commands() {
		if !verb.Hidden {
			fmt.Fprintf(table, "  %s\t%s\n", verb.Name(), verb.Short)
		}
	}
	table.Flush()
}
