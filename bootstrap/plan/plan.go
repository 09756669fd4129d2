// Package plan decides what has to be built from recipes: the packages and what
// each of them is built with, in an order that works, the key that identifies
// each package's contents, and the reasons why a package has to be built again.
package plan

import (
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// A Step builds one package.
type Step struct {
	Recipe *recipe.Recipe
	Key    string  // 64 hexadecimal digits
	Deps   []*Step // all packages that the build sees, sorted by name
	// Modules are the declared modules of libwildebeest, sorted; "" alone stands
	// for the whole library.
	Modules []string
	// Inputs are what the key is the hash of, by name.
	Inputs map[string]string
}

// A Plan is what has to be in the store, dependencies first.
type Plan struct{ Steps []*Step }

// Names are the plan's packages, in the order they are built.
func (p *Plan) Names() []string {
	var names []string
	for _, step := range p.Steps {
		names = append(names, step.Recipe.Name)
	}
	return names
}

// Last is the step that the others are for, where the plan is of one package.
func (p *Plan) Last() *Step { return p.Steps[len(p.Steps)-1] }

// Before are the steps that the last one needs, as a plan.
func (p *Plan) Before() *Plan { return &Plan{p.Steps[:len(p.Steps)-1]} }

// Inputs are what a plan depends on beside the recipes.
type Inputs struct {
	Stage2  string                            // the stage2 tree's key
	Self    func(name string) (string, error) // hash of one of the project's artefacts
	Without string                            // a package to build without libwildebeest, as probe does
}

// Plan orders targets and everything they need. No targets means all recipes. The
// error is recipe.Problems where one of these recipes has mistakes.
func (s *Set) Plan(targets []string, in Inputs) (*Plan, error) {
	p := planner{in: in, set: s, steps: make(map[string]*Step), plan: new(Plan)}
	if len(targets) == 0 {
		targets = s.Names()
	}
	var wanted []*recipe.Recipe
	for _, name := range targets {
		r, err := s.Named(name)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, r)
	}
	if err := s.of(s.Needs(wanted...)).Err(); err != nil {
		return nil, err
	}
	for _, r := range wanted {
		if _, err := p.step(r); err != nil {
			return nil, err
		}
	}
	return p.plan, nil
}

type planner struct {
	in    Inputs
	set   *Set
	steps map[string]*Step
	plan  *Plan
}

// step returns the step of a package, and puts it and what it needs into the
// plan when it is asked for first.
func (p *planner) step(r *recipe.Recipe) (*Step, error) {
	if step := p.steps[r.Name]; step != nil {
		return step, nil
	}
	step := &Step{Recipe: r}
	deps := make(map[string]*Step)
	for _, wanted := range slices.Concat(p.buildDeps(step), r.RunDeps) {
		if err := p.see(wanted, deps); err != nil {
			return nil, err
		}
	}
	step.Deps = slices.SortedFunc(maps.Values(deps), func(a, b *Step) int { return strings.Compare(a.Recipe.Name, b.Recipe.Name) })
	var err error
	if step.Inputs, err = p.inputs(step); err != nil {
		return nil, err
	}
	step.Key = keyOf(step.Inputs)
	p.steps[r.Name] = step
	p.plan.Steps = append(p.plan.Steps, step)
	return step, nil
}

// buildDeps returns what the step is built with and notes the modules among
// them. A package that is built without libwildebeest has none of these.
func (p *planner) buildDeps(step *Step) []string {
	var wanted []string
	for _, dep := range slices.Concat(step.Recipe.BuildDeps, step.Recipe.CheckDeps) {
		module, ok := recipe.Module(dep)
		if ok && p.in.Without == step.Recipe.Name {
			continue
		}
		if ok {
			step.Modules = append(step.Modules, module)
		}
		wanted = append(wanted, dep)
	}
	slices.Sort(step.Modules)
	return wanted
}

// see adds to deps the provider of a dependency, and what that needs at run time.
func (p *planner) see(wanted string, deps map[string]*Step) error {
	provider := p.set.provider(wanted)
	if deps[provider.Name] != nil {
		return nil
	}
	dep, err := p.step(provider)
	if err != nil {
		return err
	}
	deps[provider.Name] = dep
	for _, further := range provider.RunDeps {
		if err := p.see(further, deps); err != nil {
			return err
		}
	}
	return nil
}
