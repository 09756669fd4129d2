package produce

import (
	"fmt"
	"path/filepath"

	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// ownRoot stands for --root without a directory; none is called so.
const ownRoot = "\x00"

// runVerifyRoot compares a root with its packages. An option may have its value in
// an argument of its own, and here it may have none: then the argument is the
// directory.
func runVerifyRoot(cmd *cobra.Command, o *job.Options, root string, asJSON bool, args []string) error {
	if root == ownRoot && len(args) > 0 {
		root, args = args[0], args[1:]
	}
	if len(args) > 0 {
		return frame.Usagef("--root compares a whole root, and %q names a package; leave one of them out", args[0])
	}
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	if root == ownRoot {
		root = state.Root()
	}
	dir, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	found, err := state.VerifyRoot(dir)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	if asJSON {
		if err := frame.WriteJSON(out, found); err != nil {
			return err
		}
		return frame.Code(min(len(found), 1))
	}
	for _, d := range found {
		if err := frame.Output(fmt.Fprintln(out, d)); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return frame.Exit(1)
	}
	return frame.Output(fmt.Fprintf(out, "%s is as its packages have it\n", dir))
}
