package build

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// Library is the package that probes leave out.
const Library = recipe.Library

// A Step builds one package.
type Step struct {
	Recipe *recipe.Recipe
	Key    string  // 64 hexadecimal digits
	Deps   []*Step // all packages that the build sees, sorted by name
	// Modules are the declared modules of libwildebeest, sorted; "" alone stands
	// for the whole library.
	Modules []string

	inputs map[string]string // what the key is the hash of
}

// A Plan is what has to be in the store, dependencies first.
type Plan struct{ Steps []*Step }

// Inputs are what a plan depends on beside the recipes.
type Inputs struct {
	Stage2  string                            // the stage2 tree's key
	Self    func(name string) (string, error) // hash of one of the project's artefacts
	Without string                            // a package to build without libwildebeest, as probe does
}

// NewPlan orders targets and everything they need. No targets means all recipes.
// An unknown package, a dependency that nothing provides and a cycle are errors.
func NewPlan(recipes []*recipe.Recipe, targets []string, in Inputs) (*Plan, error) {
	p := planner{in: in, set: recipe.NewSet(recipes), steps: make(map[string]*Step), plan: new(Plan)}
	if len(targets) == 0 {
		targets = p.set.Names()
	}
	for _, name := range targets {
		r := p.set.Get(name)
		if r == nil {
			return nil, fmt.Errorf("no recipe for %s; there are %s", name, strings.Join(p.set.Names(), ", "))
		}
		if _, err := p.add(r, nil); err != nil {
			return nil, err
		}
	}
	return p.plan, nil
}

type planner struct {
	in    Inputs
	set   *recipe.Set
	steps map[string]*Step // nil while a package is being added
	plan  *Plan
}

// add returns the step of a package; chain is how it was reached.
func (p *planner) add(r *recipe.Recipe, chain []*recipe.Recipe) (*Step, error) {
	if step, ok := p.steps[r.Name]; ok {
		if step == nil {
			return nil, fmt.Errorf("dependency cycle: %s", recipe.Cycle(chain[slices.Index(chain, r):]))
		}
		return step, nil
	}
	p.steps[r.Name] = nil
	chain = append(slices.Clone(chain), r)
	step := &Step{Recipe: r}
	deps := make(map[string]*Step)
	for _, wanted := range r.BuildDeps {
		if module, ok := recipe.Module(wanted); ok {
			if p.in.Without == r.Name {
				continue
			}
			step.Modules = append(step.Modules, module)
		}
		if err := p.need(step, wanted, chain, deps); err != nil {
			return nil, err
		}
	}
	for _, wanted := range r.RunDeps {
		if err := p.need(step, wanted, chain, deps); err != nil {
			return nil, err
		}
	}
	for _, dep := range deps {
		step.Deps = append(step.Deps, dep)
	}
	slices.SortFunc(step.Deps, func(a, b *Step) int { return strings.Compare(a.Recipe.Name, b.Recipe.Name) })
	slices.Sort(step.Modules)
	var err error
	if step.inputs, err = p.inputs(step); err != nil {
		return nil, err
	}
	step.Key = keyOf(step.inputs)
	p.steps[r.Name] = step
	p.plan.Steps = append(p.plan.Steps, step)
	return step, nil
}

// need adds the provider of a dependency, and what it needs at run time.
func (p *planner) need(step *Step, wanted string, chain []*recipe.Recipe, deps map[string]*Step) error {
	provider := p.set.Provider(wanted)
	if provider == nil {
		return fmt.Errorf("%s: nothing provides %s; add a recipe for it, or correct the name", step.Recipe.File, wanted)
	}
	dep, err := p.add(provider, chain)
	if err != nil {
		return err
	}
	deps[provider.Name] = dep
	for _, further := range dep.Recipe.RunDeps {
		if r := p.set.Provider(further); r == nil || deps[r.Name] == nil {
			if err := p.need(dep, further, chain, deps); err != nil {
				return err
			}
		}
	}
	return nil
}
