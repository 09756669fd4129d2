package inspect

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/cmd/internal/statusline"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/spf13/cobra"
)

// followInterval is how often a log that grows is looked at.
const followInterval = 200 * time.Millisecond

// Log is the verb log.
func Log() *cobra.Command {
	var o job.Options
	var failed, follow bool
	cmd := &cobra.Command{
		Use:   "log [OPTION...] [PACKAGE]",
		Short: "what the last build printed",
		Long: `Print what the last build of a package printed, or the last build of all. The
file's name goes to the standard error where no package is named. On a terminal
control characters are shown as escapes; a pipe or a file gets the log's bytes.`,
		Example: `bootstrap log --follow systemd
bootstrap log --failed`,
		Args:              frame.AtMost(1, "log"),
		ValidArgsFunction: o.CompletePackages,
		RunE: func(cmd *cobra.Command, args []string) error {
			name := ""
			if len(args) > 0 {
				name = args[0]
			}
			return runLog(cmd, &o, name, failed, follow)
		},
	}
	cmd.Flags().BoolVar(&failed, "failed", false, "the log of the last build that failed")
	cmd.Flags().BoolVarP(&follow, "follow", "f", false, "go on until the build is over")
	o.AddState(cmd)
	return cmd
}

func runLog(cmd *cobra.Command, o *job.Options, name string, failed, follow bool) error {
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	path, err := state.LastLog(name, failed)
	if err != nil {
		return fmt.Errorf("%w; `bootstrap status` lists the packages", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if name == "" {
		fmt.Fprintln(cmd.ErrOrStderr(), path)
	}
	return copyLog(cmd.Context(), logOutput(cmd.OutOrStdout()), file, follow)
}

// logOutput is where a log goes. A terminal must not be told what to do by a
// build. All else gets the log as it is, to search it or to hold it against
// another: the reader has chosen these bytes, and the log's file has them too.
func logOutput(out io.Writer) io.Writer {
	if statusline.IsTerminal(out) {
		return out
	}
	return printable.Raw(out)
}

// copyLog copies what a log has, or until its build is over.
func copyLog(ctx context.Context, out io.Writer, file *os.File, follow bool) error {
	for {
		// Asked before reading: what is written until then is read.
		over, err := store.Written(file)
		if err != nil {
			return err
		}
		if _, err := io.Copy(out, file); err != nil {
			return frame.Output(0, err)
		}
		if over || !follow {
			return nil
		}
		select {
		case <-ctx.Done():
			return frame.Interrupted(ctx)
		case <-time.After(followInterval):
		}
	}
}
