package inspect

import (
	"errors"
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Lint is the verb lint.
func Lint() *cobra.Command {
	var o job.Options
	cmd := &cobra.Command{
		Use:   "lint [OPTION...]",
		Short: "what is wrong with the recipes, by file and line",
		Long: `Check the recipes: unknown keys, missing values, dependencies that nothing
provides, dependency cycles. Each mistake is printed with its file and line.`,
		Example:     "bootstrap lint --recipes my-recipes",
		Annotations: frame.ExitStatus("0 no mistakes, 1 mistakes or failed, 2 a wrong command line"),
		Args:        frame.None,
		RunE:        func(cmd *cobra.Command, _ []string) error { return runLint(cmd, &o) },
	}
	o.AddState(cmd)
	o.AddRecipes(cmd)
	return cmd
}

func runLint(cmd *cobra.Command, o *job.Options) error {
	recipes, err := o.LoadRecipes()
	var found recipe.Problems
	if errors.As(err, &found) {
		for _, problem := range found {
			fmt.Fprintln(cmd.OutOrStdout(), problem)
		}
		return frame.Exit(1)
	}
	if err != nil {
		return err
	}
	return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "%d recipes, no mistakes\n", len(recipes.Names())))
}
