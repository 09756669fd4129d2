// Package driver opens what commands and proofs work with: recipes, the state
// directory, stage2, the project's own artefacts, and a builder for all of it.
package driver

import (
	"cmp"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/self"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/internal/cgroup"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// Options say where things are.
type Options struct {
	State   string       // the state directory
	Stage2  string       // a stage2 tree of the user's own; "" is the state's
	Recipes []recipe.Dir // none are the project's own
	Tools   string       // directory of the project's static tools

	// For Open only.
	Observer  build.Observer
	Jobs      int          // cores that all builds together use; 0 are all
	Limits    limit.Limits // of each build
	KeepGoing bool         // after a failure, build what does not need what failed
}

// A View is what there is to plan with. It writes and locks nothing.
type View struct {
	Recipes *plan.Set
	State   *store.State

	tools  *stage2.Tree
	inputs plan.Inputs
}

// Look opens the recipes, the state and stage2 for looking at them.
func Look(o Options) (*View, error) {
	recipes, err := Recipes(o.Recipes...)
	if err != nil {
		return nil, err
	}
	state, err := store.Open(o.State)
	if err != nil {
		return nil, err
	}
	return look(o, recipes, state)
}

func look(o Options, recipes *plan.Set, state *store.State) (*View, error) {
	tools, err := Stage2(state, o.Stage2)
	if err != nil {
		return nil, err
	}
	own := self.Artefacts{Tools: o.Tools}
	return &View{recipes, state, tools, plan.Inputs{Stage2: tools.Key, Self: remember(own.Hash)}}, nil
}

// Plan orders the named packages, or all, and what they need.
func (v *View) Plan(names ...string) (*plan.Plan, error) { return v.Recipes.Plan(names, v.inputs) }

// PlanOf orders a recipe that is none of the view's, and what it needs of them; it
// takes the place of a recipe of its name.
func (v *View) PlanOf(r *recipe.Recipe) (*plan.Plan, error) {
	all := append(slices.Clone(v.Recipes.Recipes()), r) // the last of a name counts
	set, err := plan.Resolve(all)
	if err != nil {
		return nil, err
	}
	return set.Plan([]string{r.Name}, v.inputs)
}

// PlanWithout is what one package needs to be built without libwildebeest, itself
// last.
func (v *View) PlanWithout(name string) (*plan.Plan, error) {
	inputs := v.inputs
	inputs.Without = name
	return v.Recipes.Plan([]string{name}, inputs)
}

// Stage2 opens the state's assembled stage2 tree, or a tree of the user's own.
func Stage2(state *store.State, own string) (*stage2.Tree, error) {
	if own == "" {
		return stage2.Current(state.Stage2())
	}
	dir, err := filepath.Abs(own)
	if err != nil {
		return nil, err
	}
	return stage2.OpenUser(dir)
}

// A Driver builds. It has locked the state.
type Driver struct {
	View
	Sources *draft.Finder
	Builder *build.Builder
}

// Sources finds sources and keeps them in the state; Debian's archive is a mirror where
// the machine has apt.
func Sources(state *store.State) *draft.Finder {
	cache, apt := &fetch.Cache{Dir: state.Sources()}, source.FindApt(state.Apt())
	if apt != nil {
		cache.Mirror = apt
	}
	return &draft.Finder{Cache: cache, Apt: apt}
}

// Open reads the recipes, locks the state and opens the rest. Close ends the lock.
func Open(o Options) (*Driver, error) {
	recipes, err := Recipes(o.Recipes...)
	if err != nil {
		return nil, err
	}
	state, err := store.Open(o.State)
	if err != nil {
		return nil, err
	}
	if err := state.Lock(); err != nil {
		return nil, err
	}
	if err := cgroup.Sweep(); err != nil {
		state.Unlock()
		return nil, err
	}
	d, err := open(o, recipes, state)
	if err != nil {
		state.Unlock()
		return nil, err
	}
	return d, nil
}

func open(o Options, recipes *plan.Set, state *store.State) (*Driver, error) {
	view, err := look(o, recipes, state)
	if err != nil {
		return nil, err
	}
	book, err := ledger.Open(state.Ledger())
	if err != nil {
		return nil, err
	}
	sources := Sources(state)
	return &Driver{*view, sources, &build.Builder{
		State: state, Sources: sources.Cache, Stage2: view.tools, Self: self.Artefacts{Tools: o.Tools}, Ledger: book,
		Observer: o.Observer, Jobs: cmp.Or(o.Jobs, runtime.NumCPU()), KeepGoing: o.KeepGoing,
		Limits: o.Limits.Resolve(),
	}}, nil
}

// Close unlocks the state.
func (d *Driver) Close() { d.State.Unlock() }

// remember keeps the hashes of the project's own artefacts, which every plan
// asks for.
func remember(hash func(string) (string, error)) func(string) (string, error) {
	var mu sync.Mutex
	known := make(map[string]string)
	return func(name string) (string, error) {
		mu.Lock()
		defer mu.Unlock()
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
