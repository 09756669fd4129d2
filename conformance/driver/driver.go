// Package driver is the bootstrap driver with one more directory of recipes, for
// the proofs that build packages. It uses the state's store and ledger, so that
// what was built before is not built again.
package driver

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/recipes"
)

// Stage3 is what the project's own recipes have before their names.
const Stage3 = "recipes"

// A Driver builds packages of the project's recipes and of one more directory.
type Driver struct {
	Recipes []*recipe.Recipe
	State   *build.State // locked until Close
	Builder *build.Builder
	Inputs  build.Inputs
}

// Options say where things are.
type Options struct {
	State   string // the driver's directory
	Tools   string // the project's static tools
	Recipes string // the further recipes
	Jobs    int
	Say     func(string)
}

// Load reads the project's recipes and those below dir.
func Load(dir string) ([]*recipe.Recipe, error) {
	return recipe.Load(recipe.Dir{Files: recipes.Files, Name: Stage3}, recipe.Dir{Files: os.DirFS(dir), Name: dir})
}

// Open reads the recipes and locks the state.
func Open(o Options) (*Driver, error) {
	all, err := Load(o.Recipes)
	if err != nil {
		return nil, err
	}
	state, err := build.OpenState(o.State)
	if err != nil {
		return nil, err
	}
	programs, err := filepath.Abs(o.Tools)
	if err != nil {
		return nil, err
	}
	builder, err := build.Equip(state, "", build.Self{Tools: programs})
	if err != nil {
		return nil, err
	}
	builder.Observer, builder.Jobs = &narrator{o.Say, time.Now()}, o.Jobs
	inputs := builder.Inputs()
	inputs.Self = remember(inputs.Self)
	return &Driver{Recipes: all, State: state, Builder: builder, Inputs: inputs}, nil
}

// Close unlocks the state.
func (d *Driver) Close() { d.Builder.Close() }

// Plan is what one package needs, itself last. without names a package that is
// to be built without libwildebeest, or none.
func (d *Driver) Plan(name, without string) (*build.Plan, *build.Step, error) {
	inputs := d.Inputs
	inputs.Without = without
	plan, err := build.NewPlan(d.Recipes, []string{name}, inputs)
	if err != nil {
		return nil, nil, err
	}
	return plan, plan.Steps[len(plan.Steps)-1], nil
}

// A narrator says which package is built, with the minutes since the beginning.
type narrator struct {
	say   func(string)
	begin time.Time
}

// Observe implements build.Observer.
func (n *narrator) Observe(e build.Event) {
	switch e.Kind {
	case build.Started, build.Installed, build.Failed:
		since := time.Since(n.begin)
		n.say(fmt.Sprintf("%3d:%02d %s %s: %s", int(since.Minutes()), int(since.Seconds())%60, e.Package, e.Version, e.Kind))
	}
}

// remember keeps the hashes of the project's own artefacts, which every plan
// asks for.
func remember(hash func(string) (string, error)) func(string) (string, error) {
	known := make(map[string]string)
	return func(name string) (string, error) {
		if h, ok := known[name]; ok {
			return h, nil
		}
		h, err := hash(name)
		if err == nil {
			known[name] = h
		}
		return h, err
	}
}
