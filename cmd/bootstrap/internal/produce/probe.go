package produce

import (
	"context"
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Probe is the verb probe.
func Probe() *cobra.Command {
	var o job.Options
	var all, again bool
	cmd := &cobra.Command{
		Use:   "probe [OPTION...] PACKAGE...|--all",
		Short: "build without libwildebeest: is it still needed?",
		Long: `Build packages without libwildebeest and record whether they still build. The
package in the store stays as it is. The report then says which declared
dependencies can be dropped.`,
		Example:           "bootstrap probe audit",
		ValidArgsFunction: o.CompletePackages,
		Args:              func(_ *cobra.Command, args []string) error { return checkProbed(all, args) },
		RunE: func(cmd *cobra.Command, args []string) error {
			return runProbe(cmd, &o, all, again, args)
		},
	}
	o.AddBuild(cmd)
	cmd.Flags().BoolVar(&all, "all", false, "probe every package that declares a dependency on libwildebeest")
	cmd.Flags().BoolVar(&again, "again", false, "probe also what was probed before and has not changed")
	return cmd
}

func checkProbed(all bool, packages []string) error {
	switch {
	case len(packages) == 0 && !all:
		return frame.Usagef("no package named; `bootstrap report` lists those that use libwildebeest, --all takes them all")
	case len(packages) > 0 && all:
		return frame.Usagef("--all and %s: name packages, or take all", packages[0])
	}
	return nil
}

func runProbe(cmd *cobra.Command, o *job.Options, all, again bool, names []string) error {
	j, err := job.Open(cmd, cmd.OutOrStdout(), o)
	if err != nil {
		return err
	}
	defer j.Close()
	if all {
		if names, err = dependents(j); err != nil {
			return err
		}
	}
	for _, name := range names {
		if err := probe(cmd.Context(), j, name, again); err != nil {
			return err
		}
	}
	j.Show.Done(fmt.Sprintf("%d packages probed", len(names)))
	return nil
}

// dependents are the packages that declare a dependency on libwildebeest.
func dependents(j *job.Job) ([]string, error) {
	plan, err := j.Plan()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, step := range plan.Steps {
		if len(step.Modules) > 0 {
			names = append(names, step.Recipe.Name)
		}
	}
	return names, nil
}

// probe builds a package without libwildebeest, or finds what an earlier probe of
// the same key says.
func probe(ctx context.Context, j *job.Job, name string, again bool) error {
	plan, err := j.PlanWithout(name)
	if err != nil {
		return err
	}
	step := plan.Last()
	record := j.Builder.Ledger.Find(step.Key)
	if record == nil || again {
		probed, err := j.Builder.Probe(ctx, plan)
		if err != nil {
			return err
		}
		j.Show.Finished(step.Recipe)
		record = &probed
	}
	if record.Outcome == ledger.Built {
		j.Show.Done(fmt.Sprintf("%s %s builds without libwildebeest", name, record.Version))
	} else {
		j.Show.Done(fmt.Sprintf("%s %s needs libwildebeest: %s", name, record.Version, record.Broke))
	}
	return nil
}
