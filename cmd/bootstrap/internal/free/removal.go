package free

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// A removal is how a verb removes, and reports it.
type removal struct{ dryRun, asJSON bool }

func (r *removal) add(cmd *cobra.Command) {
	cmd.Flags().BoolVarP(&r.dryRun, "dry-run", "n", false, "list what would be removed, and remove nothing")
	cmd.Flags().BoolVar(&r.asJSON, "json", false, "write a JSON array of what is removed")
}

// run removes what find lists, in a state that it locks. Only what is removed is
// listed: after a failure nothing is.
func (r removal) run(cmd *cobra.Command, state *store.State, find func() ([]store.Removable, error)) error {
	if err := state.Hold(); err != nil {
		return err
	}
	defer state.Unlock()
	all, err := find()
	if err != nil {
		return err
	}
	if !r.dryRun {
		err = state.Free(all)
		for _, note := range state.Notes() {
			frame.Complain(cmd.ErrOrStderr(), cmd, errors.New(note))
		}
	}
	if err != nil {
		return err
	}
	return r.report(cmd.OutOrStdout(), all)
}

func (r removal) report(w io.Writer, all []store.Removable) error {
	if r.asJSON {
		return frame.WriteJSON(w, append([]store.Removable{}, all...))
	}
	bytes := int64(0)
	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for _, one := range all {
		bytes += one.Bytes
		fmt.Fprintf(table, "%s\t%s\t%s\n", one.Kind, mebibytes(one.Bytes), one.Path)
	}
	if err := table.Flush(); err != nil {
		return frame.Output(0, err)
	}
	did := "freed"
	if r.dryRun {
		did = "to free"
	}
	return frame.Output(fmt.Fprintf(w, "%s %s: %d files and directories\n", mebibytes(bytes), did, len(all)))
}

func mebibytes(n int64) string { return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20)) }
