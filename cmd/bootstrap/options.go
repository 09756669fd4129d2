package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/recipes"
	"github.com/spf13/pflag"
)

// A parser is a verb's options with those that all verbs share.
type parser struct {
	*pflag.FlagSet
	synopsis string
	state    string
}

func newParser(verb, synopsis string) *parser {
	p := &parser{FlagSet: pflag.NewFlagSet(verb, pflag.ContinueOnError), synopsis: synopsis}
	p.SetOutput(io.Discard)
	p.SortFlags = false
	p.StringVar(&p.state, "state", "var", "directory of everything that is built")
	return p
}

// parse reads the arguments. done says that there is nothing more to do, and
// with which exit status.
func (p *parser) parse(std streams, args []string) (done bool, code int) {
	err := p.FlagSet.Parse(args)
	if errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintf(std.out, "Usage: bootstrap %s\n\n%s", p.synopsis, p.FlagUsages())
		return true, 0
	}
	if err != nil {
		fmt.Fprintf(std.err, "bootstrap %s: %v; `bootstrap help %s` lists the options\n", p.Name(), err, p.Name())
		return true, 2
	}
	return false, 0
}

// noArguments is for verbs that take none.
func (p *parser) noArguments(std streams) (done bool, code int) {
	if p.NArg() == 0 {
		return false, 0
	}
	fmt.Fprintf(std.err, "bootstrap %s: unexpected argument %q; usage: bootstrap %s\n", p.Name(), p.Arg(0), p.synopsis)
	return true, 2
}

func (p *parser) openState() (*build.State, error) { return build.OpenState(p.state) }

// recipesOption is the option of every verb that reads recipes.
func (p *parser) recipesOption() *[]string {
	return p.StringArray("recipes", nil, "directory of recipes, NAME/stone.yaml; may be repeated (default: this project's)")
}

// loadRecipes reads the recipes of all directories, or the project's own.
func loadRecipes(dirs []string) ([]*recipe.Recipe, error) {
	if len(dirs) == 0 {
		return recipe.Load(recipe.Dir{Files: recipes.Files, Name: "recipes"})
	}
	var all []recipe.Dir
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("recipes %s: not a directory; expected NAME/%s below it", dir, recipe.FileName)
		}
		all = append(all, recipe.Dir{Files: os.DirFS(dir), Name: dir})
	}
	return recipe.Load(all...)
}

// ownTools is where the project's tools are: beside this program.
func ownTools() (build.Self, error) {
	program, err := os.Executable()
	if err != nil {
		return build.Self{}, err
	}
	return build.Self{Tools: filepath.Dir(program)}, nil
}
