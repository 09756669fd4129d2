// Package inspect has the verbs of bootstrap that look at recipes, at the state
// and at a root, and change nothing.
package inspect

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Plan is the verb plan.
func Plan() *cobra.Command {
	var o job.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "plan [OPTION...] [PACKAGE...]",
		Short: "what stage3 would build, and why",
		Long: `List the packages that stage3 would build, in order, with the reason for each
and how long its last build took, and the recipes that replace others by
--recipes. Nothing is built or locked.`,
		Example:           "bootstrap plan systemd",
		ValidArgsFunction: o.CompletePackages,
		RunE:              func(cmd *cobra.Command, args []string) error { return runPlan(cmd, &o, asJSON, args) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON array")
	o.AddInputs(cmd)
	return cmd
}

// planned is a package that stage3 would build, as --json has it.
type planned struct {
	Name    string   `json:"name"`
	Version string   `json:"version"`
	Release int      `json:"release"`
	Key     string   `json:"key"`
	Reasons []string `json:"reasons"`
	// Seconds are what its last build took; 0 where there was none.
	Seconds float64 `json:"seconds"`
	// Recipe is the recipe's file, and Replaces that of a recipe it lies over, or "".
	Recipe   string `json:"recipe"`
	Replaces string `json:"replaces,omitempty"`
}

func runPlan(cmd *cobra.Command, o *job.Options, asJSON bool, packages []string) error {
	plan, state, err := o.Plan(packages...)
	if err != nil {
		return err
	}
	list := []planned{}
	for _, reason := range plan.Reasons(state) {
		r := reason.Step.Recipe
		list = append(list, planned{
			Name: r.Name, Version: r.Version, Release: r.Release, Key: reason.Step.Key, Reasons: reason.Texts, Seconds: reason.Seconds,
			Recipe: r.File, Replaces: r.Replaces,
		})
	}
	if asJSON {
		return frame.WriteJSON(cmd.OutOrStdout(), list)
	}
	if err := writeReplaced(cmd.OutOrStdout(), plan); err != nil {
		return frame.Output(0, err)
	}
	return frame.Output(0, writePlan(cmd.OutOrStdout(), len(plan.Steps), list))
}

// writeReplaced names the recipes of the plan that replace others.
func writeReplaced(w io.Writer, plan *plan.Plan) error {
	for _, step := range plan.Steps {
		if r := step.Recipe; r.Replaces != "" {
			if _, err := fmt.Fprintf(w, "%s: %s replaces %s\n", r.Name, r.File, r.Replaces); err != nil {
				return err
			}
		}
	}
	return nil
}

// writePlan writes the packages to build of all that the plan has.
func writePlan(w io.Writer, all int, list []planned) error {
	if len(list) == 0 {
		_, err := fmt.Fprintf(w, "nothing to build: %d packages are in the store\n", all)
		return err
	}
	seconds := 0.0
	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for _, one := range list {
		last := ""
		if one.Seconds > 0 {
			last = fmt.Sprintf("%.1f s", one.Seconds)
		}
		seconds += one.Seconds
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", one.Name, one.Version, last, strings.Join(one.Reasons, "; "))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%d of %d packages to build; what was built before took %.1f s\n", len(list), all, seconds)
	return err
}
