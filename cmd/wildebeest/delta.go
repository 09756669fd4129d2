package main

import (
	"io"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/wildebeest/delta"
	"github.com/spf13/cobra"
)

func deltaVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "delta [OPTION...] FROM TO",
		Short: "what changes between two releases of a C library",
		Long: `List what changes from one release of musl or glibc to a later one: headers,
names and symbols that come and go, headers that show other names, values of
macros, and behaviour with its source. "scan --from FROM --to TO" says what
that means for a tree.`,
		Example: `wildebeest delta musl-1.2.5 musl-1.2.6
wildebeest delta glibc-2.41 glibc-2.43`,
		Args: frame.Exactly(2, "release"),
	}
	format := frame.Choice(cmd, "format", "text", []string{"text", "json"}, "the `FORMAT`: text or json")
	cmd.ValidArgsFunction = completeReleases
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		d, err := delta.Between(args[0], args[1])
		if err != nil {
			return err
		}
		write := map[string]func(io.Writer) error{"text": d.Text, "json": d.JSON}[*format]
		return frame.Output(0, write(cmd.OutOrStdout()))
	}
	return cmd
}
