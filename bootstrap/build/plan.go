package build

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// Library is the name that libwildebeest's dependencies begin with.
const Library = "libwildebeest"

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
	p := planner{in: in, steps: make(map[string]*Step), recipes: make(map[string]*recipe.Recipe), plan: new(Plan)}
	for _, r := range recipes {
		p.recipes[r.Name] = r
	}
	if len(targets) == 0 {
		for _, r := range recipes {
			targets = append(targets, r.Name)
		}
	}
	for _, name := range targets {
		if p.recipes[name] == nil {
			return nil, fmt.Errorf("no recipe for %s; there are %s", name, p.names())
		}
		if _, err := p.add(name, nil); err != nil {
			return nil, err
		}
	}
	return p.plan, nil
}

type planner struct {
	in      Inputs
	recipes map[string]*recipe.Recipe
	steps   map[string]*Step // nil while a package is being added
	plan    *Plan
}

func (p *planner) names() string {
	return strings.Join(slices.Sorted(maps.Keys(p.recipes)), ", ")
}

// add returns the step of a package; chain is how it was reached.
func (p *planner) add(name string, chain []string) (*Step, error) {
	if step, ok := p.steps[name]; ok {
		if step == nil {
			cycle := append(chain[slices.Index(chain, name):], name)
			return nil, fmt.Errorf("dependency cycle: %s", strings.Join(cycle, " → "))
		}
		return step, nil
	}
	p.steps[name] = nil
	chain = append(slices.Clone(chain), name)
	r := p.recipes[name]
	step := &Step{Recipe: r}
	deps := make(map[string]*Step)
	for _, wanted := range r.BuildDeps {
		if module, ok := moduleOf(wanted); ok {
			if p.in.Without == name {
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
	p.steps[name] = step
	p.plan.Steps = append(p.plan.Steps, step)
	return step, nil
}

// need adds the provider of a dependency, and what it needs at run time.
func (p *planner) need(step *Step, wanted string, chain []string, deps map[string]*Step) error {
	provider := p.provider(wanted)
	if provider == "" {
		return fmt.Errorf("%s: nothing provides %s; add a recipe for it, or correct the name", step.Recipe.File, wanted)
	}
	dep, err := p.add(provider, chain)
	if err != nil {
		return err
	}
	deps[provider] = dep
	for _, further := range dep.Recipe.RunDeps {
		if name := p.provider(further); deps[name] == nil {
			if err := p.need(dep, further, chain, deps); err != nil {
				return err
			}
		}
	}
	return nil
}

// provider is the package of that name, or the first by name that provides it, or "".
func (p *planner) provider(wanted string) string {
	if p.recipes[wanted] != nil {
		return wanted
	}
	for _, name := range slices.Sorted(maps.Keys(p.recipes)) {
		for _, pattern := range p.recipes[name].Provides {
			if ok, _ := path.Match(pattern, wanted); ok {
				return name
			}
		}
	}
	return ""
}

// moduleOf tells whether a dependency is on libwildebeest, and on which module.
func moduleOf(wanted string) (module string, ok bool) {
	name, isPC := strings.CutPrefix(wanted, "pkgconfig(")
	if !isPC {
		return "", false
	}
	name = strings.TrimSuffix(name, ")")
	if name == Library {
		return "", true
	}
	return strings.CutPrefix(name, Library+"-")
}
