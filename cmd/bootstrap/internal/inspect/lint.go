package inspect

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/lint"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
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
	names, files := split(args)
	set, err := o.LoadRecipes(files...)
	if err != nil {
		return err
	}
	wanted, err := chosen(set, names, files)
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

// split tells packages from paths. A path has a slash or is one of the file's own
// names, as a shell in the recipe's directory completes it.
func split(args []string) (names, files []string) {
	for _, arg := range args {
		if strings.ContainsRune(arg, filepath.Separator) || arg == recipe.FileName || arg == "." || arg == ".." {
			files = append(files, file(arg))
		} else {
			names = append(names, arg)
		}
	}
	return names, files
}

// file is the recipe's file where its directory is named.
func file(name string) string {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return filepath.Join(name, recipe.FileName)
	}
	return name
}

// chosen are the recipes to check: the named ones, or else all.
func chosen(set *plan.Set, names, files []string) ([]*recipe.Recipe, error) {
	if len(names)+len(files) == 0 {
		return set.Recipes(), nil
	}
	var wanted []*recipe.Recipe
	for _, name := range names {
		r, err := set.Named(name)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, r)
	}
	for _, r := range set.Recipes() {
		for _, file := range files {
			if filepath.Clean(file) == filepath.Clean(r.File) {
				wanted = append(wanted, r)
			}
		}
	}
	return wanted, nil
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
