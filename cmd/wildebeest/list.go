package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/headers"
)

const listUsage = `usage: wildebeest list

The modules of libwildebeest: how many names each provides, whether it has code
or is macros and declarations only, and what it is for.
`

func listModules(_ context.Context, _ io.Reader, stdout, stderr io.Writer, args []string) int {
	if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
		fmt.Fprint(stdout, listUsage)
		return exitOK
	}
	if len(args) > 0 {
		fmt.Fprintf(stderr, "wildebeest: list: unexpected argument %q\n%s", args[0], listUsage)
		return exitTrouble
	}
	modules, err := headers.Modules()
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: list: %v\n", err)
		return exitTrouble
	}
	table := tabwriter.NewWriter(stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(table, "MODULE\tNAMES\tCODE\tSUMMARY")
	for _, m := range modules {
		code := fmt.Sprintf("%d files", len(m.Sources))
		if m.MacroOnly() {
			code = "headers"
		}
		fmt.Fprintf(table, "%s\t%d\t%s\t%s\n", m.Name, len(m.Provides), code, m.Summary)
	}
	if err := table.Flush(); err != nil {
		fmt.Fprintf(stderr, "wildebeest: list: %v\n", err)
		return exitTrouble
	}
	return exitOK
}
