package inspect

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/selfcontained"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Alone is the verb alone.
func Alone() *cobra.Command {
	var o job.Options
	var root string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "alone [OPTION...]",
		Short: "what in the root refers to /serpent",
		Long: `Check that a root needs nothing of stage2: name the files whose bytes, links,
interpreter or library paths refer to /serpent.`,
		Example:     "bootstrap alone --root /tmp/small",
		Annotations: frame.ExitStatus("0 nothing refers to /serpent, 1 something does or failed, 2 a wrong command line"),
		Args:        frame.None,
		RunE:        func(cmd *cobra.Command, _ []string) error { return runAlone(cmd, &o, root, asJSON) },
	}
	cmd.Flags().StringVar(&root, "root", "", "check the root in `DIR` (default: the state's)")
	cmd.MarkFlagDirname("root")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write one JSON object")
	o.AddState(cmd)
	return cmd
}

func runAlone(cmd *cobra.Command, o *job.Options, root string, asJSON bool) error {
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	if root == "" {
		root = state.Root()
	}
	absolute, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	if _, err := os.Stat(absolute); err != nil {
		return fmt.Errorf("no root: %w; `bootstrap stage3` makes one", err)
	}
	table, err := selfcontained.Exceptions()
	if err != nil {
		return err
	}
	result, err := selfcontained.Check(absolute, stage2.Prefix, table)
	if err != nil {
		return err
	}
	if asJSON {
		err = frame.WriteJSON(cmd.OutOrStdout(), result)
	} else {
		err = frame.Output(0, writeAlone(cmd.OutOrStdout(), absolute, result))
	}
	if err != nil {
		return err
	}
	return frame.Code(min(len(result.Offences)+len(result.Untrue), 1))
}

func writeAlone(w io.Writer, root string, result *selfcontained.Result) error {
	for _, o := range result.Offences {
		fmt.Fprintln(w, o)
	}
	for _, row := range result.Untrue {
		fmt.Fprintf(w, "%s: the exception for %s is not true any more\n", row.File, row.Kind)
	}
	if len(result.Offences)+len(result.Untrue) > 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "nothing in %s refers to %s (%d exceptions)\n", root, stage2.Prefix, len(result.Excepted))
	return err
}
