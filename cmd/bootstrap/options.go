package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/store"
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

func (p *parser) openState() (*store.State, error) { return store.Open(p.state) }

// recipesOption is the option of every verb that reads recipes.
func (p *parser) recipesOption() *[]string {
	return p.StringArray("recipes", nil, "directory of recipes, NAME/stone.yaml; may be repeated (default: this project's)")
}

// loadRecipes reads the recipes of all directories, or the project's own.
func loadRecipes(paths []string) (*plan.Set, error) {
	dirs, err := recipeDirs(paths)
	if err != nil {
		return nil, err
	}
	return driver.Recipes(dirs...)
}

func recipeDirs(paths []string) ([]recipe.Dir, error) {
	var dirs []recipe.Dir
	for _, path := range paths {
		dir, err := driver.Dir(path)
		if err != nil {
			return nil, err
		}
		dirs = append(dirs, dir)
	}
	return dirs, nil
}

// driverOptions are what the verb's options say of where things are. The
// project's tools are beside this program.
func (p *parser) driverOptions(o *jobOptions) (driver.Options, error) {
	dirs, err := recipeDirs(*o.recipes)
	if err != nil {
		return driver.Options{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return driver.Options{}, err
	}
	return driver.Options{State: p.state, Stage2: o.stage2, Recipes: dirs, Tools: filepath.Dir(program)}, nil
}
