package produce

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/trial"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Try is the verb try.
func Try() *cobra.Command {
	var o job.Options
	var asJSON, check bool
	cmd := &cobra.Command{
		Use:   "try [OPTION...] SOURCE...",
		Short: "does a package without a recipe build on musl, and with what?",
		Long: `Draft a recipe for each source, by its build files, and build it: without
libwildebeest, then with the modules that the scan of its sources names and with
what can be mended mechanically, then with less, until nothing can be left out.
What came of it is written, and kept in the state directory with the draft.

` + strings.Join(frame.Wrap("SOURCE is "+draft.Forms+".", 80), "\n"),
		Example: "bootstrap try debian:pax ~/src/hello-1.0",
		Args:    frame.AtLeast(1, "SOURCE..."),
		RunE:    func(cmd *cobra.Command, args []string) error { return runTry(cmd, &o, asJSON, check, args) },
	}
	o.AddBuild(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON object per source, and progress to standard error")
	cmd.Flags().BoolVar(&check, "check", false, "run the package's own tests as well, where it builds and has some")
	return cmd
}

func runTry(cmd *cobra.Command, o *job.Options, asJSON, check bool, sources []string) error {
	progress := cmd.OutOrStdout()
	if asJSON {
		progress = cmd.ErrOrStderr()
	}
	j, err := job.Open(cmd, progress, o)
	if err != nil {
		return err
	}
	defer j.Close()
	failed := 0
	for _, named := range sources {
		r, err := try(cmd.Context(), j, named, check)
		switch {
		case cmd.Context().Err() != nil:
			return cmd.Context().Err()
		case err != nil:
			frame.Complain(cmd.ErrOrStderr(), cmd, err)
			failed++
		case asJSON:
			if err := writeResult(cmd.OutOrStdout(), r); err != nil {
				return err
			}
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d sources were not tried", failed, len(sources))
	}
	return nil
}

// try tries one source and keeps what came of it.
func try(ctx context.Context, j *job.Job, named string, check bool) (*trial.Result, error) {
	j.Show.Doing("look at " + named)
	found, err := j.Sources.Find(ctx, named)
	if err != nil {
		return nil, err
	}
	t, err := trial.Prepare(ctx, j.Driver, found)
	if err != nil {
		return nil, err
	}
	t.Check = check
	t.Tell = func(a trial.Attempt) { j.Show.Doing(fmt.Sprintf("%s %s with %s", found.Name, found.Version, a)) }
	r, err := t.Run(ctx)
	if err != nil {
		return nil, err
	}
	file, err := t.Keep(j.State, r)
	if err != nil {
		return nil, err
	}
	j.Show.Done(fmt.Sprintf("%s\n  draft: %s", r, file))
	return r, nil
}

func writeResult(w io.Writer, r *trial.Result) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", text)
	return err
}
