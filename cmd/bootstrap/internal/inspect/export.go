package inspect

import (
	"fmt"
	"io"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/export"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/spf13/cobra"
)

// Export is the verb export.
func Export() *cobra.Command {
	var o job.Options
	var output string
	cmd := &cobra.Command{
		Use:   "export [OPTION...] PACKAGE",
		Short: "write a built package as a tar archive",
		Long: `Write what a root gets of a built package as a tar archive, with owners, modes,
times and extended attributes. What the ledger says of the package is in it as
` + export.Records + `/PACKAGE.json, without the time and
duration of the build. The same package gives the same bytes. A file whose name
ends with .gz or .zst is compressed; - is the standard output.`,
		Example:           "bootstrap export -o zlib.tar.zst zlib",
		Args:              frame.One("package"),
		ValidArgsFunction: o.CompletePackages,
		RunE:              func(cmd *cobra.Command, args []string) error { return runExport(cmd, &o, output, args[0]) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` (default: PACKAGE-VERSION-RELEASE.tar)")
	o.AddInputs(cmd)
	return cmd
}

func runExport(cmd *cobra.Command, o *job.Options, output, name string) error {
	plan, state, err := o.Plan(name)
	if err != nil {
		return err
	}
	step := plan.Last()
	if output == "-" {
		return exportTo(printable.Raw(cmd.OutOrStdout()), state, step)
	}
	if output == "" {
		output = step.Recipe.ID() + ".tar"
	}
	err = durable.Write(output, 0o644, func(file *os.File) error {
		packed, err := export.Compress(file, output)
		if err != nil {
			return err
		}
		if err := export.Write(packed, state, step); err != nil {
			return err
		}
		return packed.Close()
	})
	if err != nil {
		return err
	}
	return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "%s is written\n", output))
}

// exportTo writes the archive to the standard output, which is no terminal.
func exportTo(out io.Writer, state *store.State, step *plan.Step) error {
	if statusline.IsTerminal(out) {
		return frame.Usagef("-o -: an archive is not for a terminal; name a file, or a pipe")
	}
	return frame.Output(0, export.Write(out, state, step))
}
