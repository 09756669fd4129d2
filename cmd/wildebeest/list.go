package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/spf13/cobra"
)

func listVerb() *cobra.Command {
	var missing bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "the modules of libwildebeest",
		Long: `List the modules of libwildebeest: how many names each provides, whether it has
code or only macros and declarations, and what it is for.`,
		Example: `wildebeest list
wildebeest list --missing`,
		Args: frame.None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if missing {
				return listMissing(cmd.OutOrStdout())
			}
			return runList(cmd)
		},
	}
	cmd.Flags().BoolVar(&missing, "missing", false,
		"list instead the names of glibc that neither musl nor a module has, each with what stands in or why nothing does")
	return cmd
}

func runList(cmd *cobra.Command) error {
	modules, err := headers.Modules()
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
	fmt.Fprintln(table, "MODULE\tNAMES\tCODE\tSUMMARY")
	for _, m := range modules {
		code := fmt.Sprintf("%d files", len(m.Sources))
		if m.MacroOnly() {
			code = "headers"
		}
		fmt.Fprintf(table, "%s\t%d\t%s\t%s\n", m.Name, len(m.Provides), code, m.Summary)
	}
	return frame.Output(0, table.Flush())
}
