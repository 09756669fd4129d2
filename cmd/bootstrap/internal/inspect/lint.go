package inspect

import (
	"fmt"
	"io"

	"github.com/serpent-os/wildebeest/bootstrap/lint"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Lint is the verb lint.
func Lint() *cobra.Command {
	var o job.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "lint [OPTION...] [RECIPE...]",
		Short: "what is wrong with the recipes, by file and line",
		Long: `Check recipes, all or those named: by package, by stone.yaml, or by directory. A
recipe that is named by a path is checked as if it lay among the others.

Found are unknown keys and wrong values, shell that does not parse, commands
that write past the install root, dependencies that nothing provides, that
stand twice or go in a circle, packages that compile without compiler-rt,
licences that are not SPDX's, and sources that no section uses. Each mistake is
printed with its file and line.`,
		Example:           "bootstrap lint --recipes my-recipes\nbootstrap lint my-recipes/zlib/stone.yaml",
		Annotations:       frame.ExitStatus("0 no mistakes, 1 mistakes or failed, 2 a wrong command line"),
		ValidArgsFunction: o.CompletePackages,
		RunE:              func(cmd *cobra.Command, args []string) error { return runLint(cmd, &o, asJSON, args) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON array of the mistakes")
	o.AddState(cmd)
	o.AddRecipes(cmd)
	return cmd
}

func runLint(cmd *cobra.Command, o *job.Options, asJSON bool, args []string) error {
	names, files := job.Named(args)
	set, err := o.LoadRecipes(files...)
	if err != nil {
		return err
	}
	wanted, err := job.Chosen(set, names, files)
	if err != nil {
		return err
	}
	found := recipe.Problems{}
	for _, r := range wanted {
		found = append(found, lint.Recipe(set, r)...)
	}
	_ = found.Err() // sorts them
	write := writeMistakes
	if asJSON {
		write = writeMistakesJSON
	}
	if err := write(cmd.OutOrStdout(), len(wanted), found); err != nil {
		return frame.Output(0, err)
	}
	if len(found) > 0 {
		return frame.Exit(1)
	}
	return nil
}

// mistake is one as --json has it.
type mistake struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
}

func writeMistakesJSON(w io.Writer, _ int, found recipe.Problems) error {
	list := []mistake{}
	for _, p := range found {
		list = append(list, mistake{p.File, p.Line, p.Text})
	}
	return frame.WriteJSON(w, list)
}

func writeMistakes(w io.Writer, recipes int, found recipe.Problems) error {
	for _, p := range found {
		if _, err := fmt.Fprintln(w, p); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "%s, no mistakes\n", counted(recipes, "recipe"))
	return err
}

// counted is a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
