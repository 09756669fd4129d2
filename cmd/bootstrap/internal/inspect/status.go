package inspect

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Status is the verb status.
func Status() *cobra.Command {
	var o job.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "status [OPTION...]",
		Short: "what is built, from which key, how long it took",
		Long: `List every package with its key, whether it is built, and what its build took:
time, processor time, memory, size, files.`,
		Example: "bootstrap status --json | jq '.packages[] | select(.failed)'",
		Args:    frame.None,
		RunE: func(cmd *cobra.Command, _ []string) error {
			plan, state, err := o.Plan()
			if err != nil {
				return err
			}
			if asJSON {
				return frame.WriteJSON(cmd.OutOrStdout(), state.Status(plan))
			}
			return frame.Output(0, writeStatus(cmd.OutOrStdout(), state.Status(plan)))
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write one JSON object")
	o.AddInputs(cmd)
	return cmd
}

func writeStatus(w io.Writer, status store.Status) error {
	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintln(table, "PACKAGE\tVERSION\tKEY\tSTATE\tTIME\tCPU\tMEMORY\tSIZE\tFILES")
	var all ledger.Cost
	for _, s := range status.Packages {
		if !s.Built {
			state := "to build"
			if s.Failed {
				state = "failed"
			}
			fmt.Fprintf(table, "%s\t%s\t%.12s\t%s\t\t\t\t\t\n", s.Name, s.Version, s.Key, state)
			continue
		}
		fmt.Fprintf(table, "%s\t%s\t%.12s\tbuilt\t%s\n", s.Name, s.Version, s.Key, costText(s.Cost))
		all.Took, all.Sections, all.CPU = all.Took+s.Took, all.Sections+s.Sections, all.CPU+s.CPU
		all.Size, all.Files = all.Size+s.Size, all.Files+s.Files
		all.MaxRSS = max(all.MaxRSS, s.MaxRSS)
	}
	fmt.Fprintf(table, "%d packages\t\t\t\t%s\n", len(status.Packages), costText(all))
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\nMEMORY is the peak of a build's largest process (getrusage)\nroot: %s (%s)\n", status.Root, status.RootState)
	return err
}

func costText(c ledger.Cost) string {
	return fmt.Sprintf("%.1f s\t%.1f s\t%.1f MiB\t%.1f MiB\t%d", c.Took, c.CPU, float64(c.MaxRSS)/(1<<20), float64(c.Size)/(1<<20), c.Files)
}
