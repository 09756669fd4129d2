package produce

import (
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/inspect"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/spf13/cobra"
)

// Stage3 is the verb stage3.
func Stage3() *cobra.Command {
	var o job.Options
	var root string
	var repair bool
	cmd := &cobra.Command{
		Use:   "stage3 [OPTION...] [PACKAGE...]",
		Short: "build all packages and the root, or some packages",
		Long: `Build all packages that are not in the store, make the root of them and report
which of them depend on libwildebeest. With packages named, build these and what
they need, and leave the root as it is. A root that was changed by hand is not
replaced without --repair.`,
		Example: `bootstrap stage3 --jobs 8 --keep-going
bootstrap stage3 --root /tmp/small getconf`,
		ValidArgsFunction: o.CompletePackages,
		RunE:              func(cmd *cobra.Command, args []string) error { return runStage3(cmd, &o, root, repair, args) },
	}
	o.AddBuild(cmd)
	cmd.Flags().BoolVarP(&o.KeepGoing, "keep-going", "k", false, "after a failure, build what does not need what failed")
	cmd.Flags().StringVar(&root, "root", "", "make a root of these packages, and what they run with, in `DIR`")
	cmd.MarkFlagDirname("root")
	cmd.Flags().BoolVar(&repair, "repair", false, "replace a root that was changed by hand; the changes are lost")
	return cmd
}

func runStage3(cmd *cobra.Command, o *job.Options, root string, repair bool, packages []string) error {
	j, err := job.Open(cmd, cmd.OutOrStdout(), o)
	if err != nil {
		return err
	}
	defer j.Close()
	j.State.Repair = repair
	if root != "" {
		if root, err = filepath.Abs(root); err != nil {
			return err
		}
		if err := j.State.CheckPlace(root); err != nil {
			return err
		}
	}
	plan, err := j.Plan(packages...)
	if err != nil {
		return err
	}
	begin := time.Now()
	built, err := j.Builder.Build(cmd.Context(), plan)
	if err != nil {
		return err
	}
	took := fmt.Sprintf("%d of %d packages built in %.1f s", built, len(plan.Steps), time.Since(begin).Seconds())
	switch {
	case root != "":
		return publishAt(j, plan, root, took)
	case len(packages) > 0:
		j.Show.Done(took + "; the root stays as it is until `bootstrap stage3`")
		return nil
	}
	return publish(cmd.OutOrStdout(), j, plan, built, took)
}

// publish makes the state's root of the plan's packages and reports.
func publish(out io.Writer, j *job.Job, plan *plan.Plan, built int, took string) error {
	changed, err := j.State.Publish(plan)
	if err != nil {
		return err
	}
	if built == 0 && !changed {
		j.Show.Done(fmt.Sprintf("nothing to do: %d packages are up to date in %s", len(plan.Steps), j.State.Root()))
	} else {
		j.Show.Done(took + "; the root is " + j.State.Root())
	}
	j.Show.Close()
	_, dependent := j.State.CheckSelfContained(plan)
	fmt.Fprintln(out)
	if err := inspect.WriteReport(out, j.Builder.Ledger, plan.Names(), "text"); err != nil {
		return err
	}
	return dependent
}

// publishAt makes a root of the plan's packages elsewhere than the state's own.
func publishAt(j *job.Job, plan *plan.Plan, root, took string) error {
	if _, err := j.State.PublishTo(root, plan); err != nil {
		return err
	}
	j.Show.Done(took + "; the root is " + root)
	j.Show.Close()
	return nil
}
