// Package free has the verbs of bootstrap that remove what can be made again.
package free

import (
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// GC is the verb gc.
func GC() *cobra.Command {
	var o job.Options
	var how removal
	cmd := &cobra.Command{
		Use:   "gc [OPTION...]",
		Short: "remove what the recipes and the roots do not need",
		Long: `Remove packages, logs, sources and stage2 trees that neither the recipes as they
are now, nor a root that was made from this state, nor the current stage2 needs.
Give the --recipes that you build with: what only other recipes need is removed.
The ledger stays whole. No other bootstrap may use the state or its root.`,
		Example: "bootstrap gc --dry-run",
		Args:    frame.None,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runGC(cmd, &o, how) },
	}
	how.add(cmd)
	o.AddInputs(cmd)
	return cmd
}

func runGC(cmd *cobra.Command, o *job.Options, how removal) error {
	view, err := o.Look()
	if err != nil {
		return err
	}
	needed, err := view.Needed()
	if err != nil {
		return fmt.Errorf("find out what the recipes need: %w", err)
	}
	return how.run(cmd, view.State, func() ([]store.Removable, error) { return view.State.Unused(needed) })
}
