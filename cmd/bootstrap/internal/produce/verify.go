package produce

import (
	"context"
	"fmt"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Verify is the verb verify.
func Verify() *cobra.Command {
	var o job.Options
	var root string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify [OPTION...] [PACKAGE...]",
		Short: "build again, or look at a root: are the bytes the same?",
		Long: `Build packages, or all, a second time and compare the result with the store,
file by file. With --root, build nothing: compare a root with the packages that
it was made of. The store and the root stay as they are.`,
		Example: `bootstrap verify musl getconf
bootstrap verify --root`,
		Annotations:       frame.ExitStatus("0 the same bytes, 1 differences or failed, 2 a wrong command line"),
		ValidArgsFunction: o.CompletePackages,
		RunE: func(cmd *cobra.Command, args []string) error {
			if root != "" {
				return runVerifyRoot(cmd, &o, root, asJSON, args)
			}
			return runVerify(cmd, &o, asJSON, args)
		},
	}
	o.AddBuild(cmd)
	cmd.Flags().StringVar(&root, "root", "", "compare the root in `DIR` with its packages (default: the state's)")
	cmd.Flags().Lookup("root").NoOptDefVal = ownRoot
	cmd.MarkFlagDirname("root")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON array; progress goes to the standard error")
	return cmd
}

func runVerify(cmd *cobra.Command, o *job.Options, asJSON bool, packages []string) error {
	shown := cmd.OutOrStdout()
	if asJSON {
		shown = cmd.ErrOrStderr()
	}
	j, err := job.Open(cmd, shown, o)
	if err != nil {
		return err
	}
	defer j.Close()
	plan, err := j.Plan(packages...)
	if err != nil {
		return err
	}
	if _, err := j.Builder.Build(cmd.Context(), plan); err != nil {
		return err
	}
	verdicts, err := verify(cmd.Context(), j, plan, packages)
	if err != nil {
		return err
	}
	j.Show.Close()
	if asJSON {
		if err := frame.WriteJSON(cmd.OutOrStdout(), verdicts); err != nil {
			return err
		}
	}
	if slices.ContainsFunc(verdicts, func(v *build.Verdict) bool { return len(v.Differences) > 0 }) {
		return frame.Exit(1)
	}
	return nil
}

// verify builds the named packages of a plan, or all, again.
func verify(ctx context.Context, j *job.Job, plan *plan.Plan, packages []string) ([]*build.Verdict, error) {
	verdicts := []*build.Verdict{}
	for _, step := range plan.Steps {
		if len(packages) > 0 && !slices.Contains(packages, step.Recipe.Name) {
			continue
		}
		verdict, err := j.Builder.Verify(ctx, step)
		if err != nil {
			return nil, err
		}
		j.Show.Finished(step.Recipe)
		j.Show.Done(verdictText(verdict))
		verdicts = append(verdicts, verdict)
	}
	return verdicts, nil
}

func verdictText(v *build.Verdict) string {
	if len(v.Differences) == 0 {
		return fmt.Sprintf("%s %s: the same bytes again (%d files)", v.Name, v.Version, v.Files)
	}
	text := fmt.Sprintf("%s %s: differs in %d places", v.Name, v.Version, len(v.Differences))
	for _, d := range v.Differences {
		text += "\n    " + d.String()
	}
	return text
}
