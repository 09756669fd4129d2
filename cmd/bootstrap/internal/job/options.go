// Package job has what the verbs of bootstrap have in common: the options that
// say where things are, and the driver that they open.
package job

import (
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// Options are those that several verbs have. A verb adds the ones it takes.
type Options struct {
	State     string
	Recipes   []string
	NoDefault bool // without the project's recipes
	Stage2    string
	Jobs      int
	StatusFD  int
	KeepGoing bool
	Limits    limit.Limits
}

// AddState adds the option of every verb.
func (o *Options) AddState(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.State, "state", "var", "keep everything that is built in `DIR`")
	cmd.MarkFlagDirname("state")
}

// AddRecipes adds the option of verbs that read recipes.
func (o *Options) AddRecipes(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&o.Recipes, "recipes", nil, "lay the recipes of `DIR`, NAME/stone.yaml, over this project's; one of the same name replaces it; may be repeated")
	cmd.Flags().BoolVar(&o.NoDefault, "no-default-recipes", false, "take only the recipes of --recipes, not this project's")
	cmd.MarkFlagDirname("recipes")
}

// AddStage2 adds the option of verbs that use a stage2 tree.
func (o *Options) AddStage2(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.Stage2, "stage2", "", "use the stage2 tree in `DIR` (default: the assembled one)")
	cmd.MarkFlagDirname("stage2")
}

// AddInputs adds the options of verbs that look at what would be built.
func (o *Options) AddInputs(cmd *cobra.Command) {
	o.AddState(cmd)
	o.AddRecipes(cmd)
	o.AddStage2(cmd)
}

// AddBuild adds the options of verbs that build.
func (o *Options) AddBuild(cmd *cobra.Command) {
	o.AddInputs(cmd)
	cmd.Flags().IntVar(&o.Jobs, "jobs", 0, "let all builds together use `N` cores (default: all)")
	cmd.Flags().IntVar(&o.StatusFD, "status-fd", -1, "write events to the descriptor `FD`, a JSON object per line (cmd/bootstrap/events.md)")
	o.addLimits(cmd)
}

// OpenState opens the state directory.
func (o *Options) OpenState() (*store.State, error) { return store.Open(o.State) }

// LoadRecipes reads the recipes of all directories, or the project's own. Their
// mistakes are the set's Problems. Further recipes, by file, replace those of their
// names.
func (o *Options) LoadRecipes(files ...string) (*plan.Set, error) {
	dirs, err := o.recipeDirs()
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		dirs = append(dirs, recipe.File(file))
	}
	return driver.Recipes(dirs...)
}

// recipeDirs are the directories of recipes, each over those before it.
func (o *Options) recipeDirs() ([]recipe.Dir, error) {
	var dirs []recipe.Dir
	if !o.NoDefault {
		dirs = append(dirs, driver.Project())
	} else if len(o.Recipes) == 0 {
		return nil, frame.Usagef("--no-default-recipes: name a directory of recipes with --recipes")
	}
	for _, path := range o.Recipes {
		dir, err := driver.Dir(path)
		if err != nil {
			return nil, err
		}
		dirs = append(dirs, dir)
	}
	return dirs, nil
}

// driver says where things are. The project's tools are beside this program.
func (o *Options) driver() (driver.Options, error) {
	dirs, err := o.recipeDirs()
	if err != nil {
		return driver.Options{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return driver.Options{}, err
	}
	return driver.Options{State: o.State, Stage2: o.Stage2, Recipes: dirs, Tools: filepath.Dir(program)}, nil
}

// CompletePackages offers the packages of the recipes to the shell.
func (o *Options) CompletePackages(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	recipes, err := o.LoadRecipes()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var found []cobra.Completion
	for _, r := range recipes.Recipes() {
		found = append(found, cobra.CompletionWithDesc(r.Name, r.Version))
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
