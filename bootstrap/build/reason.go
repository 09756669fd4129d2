package build

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Reason says why a step has to be built.
type Reason struct {
	Step *Step
	// Texts are what changed since the package was built last: at least one.
	Texts []string
	// Last is the package of that name that was built last, or nil.
	Last *Package
}

// expected is how many seconds the build takes, as far as one can know.
func (r Reason) expected() float64 {
	if r.Last == nil {
		return 1
	}
	return r.Last.Took
}

// Reasons are those of the plan's steps that the store lacks, in the plan's order.
func (s *State) Reasons(plan *Plan) []Reason {
	var reasons []Reason
	own := make(map[string]bool) // packages with a reason that is not a dependency's
	for _, step := range plan.Steps {
		if s.Lookup(step) != nil {
			continue
		}
		last := s.lastBuilt(step.Recipe.Name)
		texts, deps := changes(last, step)
		own[step.Recipe.Name] = len(texts) > 0
		// A dependency that has to be built only for another one here is no
		// answer to why: that other one is.
		if roots := slices.DeleteFunc(slices.Clone(deps), func(name string) bool { return !own[name] }); len(roots) > 0 {
			deps = roots
		}
		for _, name := range deps {
			texts = append(texts, "dependency "+name+" changed")
		}
		if len(texts) == 0 {
			texts = []string{"the store lost it"}
		}
		reasons = append(reasons, Reason{step, texts, last})
	}
	return reasons
}

// changes compares a step with the package that was built last: what
// changed of its own, and which of its dependencies did.
func changes(last *Package, step *Step) (texts, deps []string) {
	switch {
	case last == nil:
		return []string{"new"}, nil
	case last.Inputs == nil:
		return []string{"built by an earlier version of this program"}, nil
	}
	names := make(map[string]bool)
	for _, in := range []map[string]string{last.Inputs, step.inputs} {
		for name := range in {
			names[name] = true
		}
	}
	sourceChanged := false
	for _, name := range slices.Sorted(maps.Keys(names)) {
		before, had := last.Inputs[name]
		after, has := step.inputs[name]
		if had && has && before == after {
			continue
		}
		how := " changed"
		if !had {
			how = " added"
		} else if !has {
			how = " dropped"
		}
		dep, isDep := strings.CutPrefix(name, inDep)
		source, isSource := strings.CutPrefix(name, inSource)
		own, isSelf := strings.CutPrefix(name, inSelf)
		switch {
		case isDep && how == " changed":
			deps = append(deps, dep)
		case isDep:
			texts = append(texts, "dependency "+dep+how)
		case isSource:
			sourceChanged = true
			texts = append(texts, "source "+source+how)
		case isSelf:
			texts = append(texts, "this project's "+own+how)
		case name == inRecipe:
			texts = append(texts, "the recipe changed")
		case name == inMethod:
			texts = append(texts, "the way packages are built changed")
		case name == inWithout:
			texts = append(texts, Library+" is left out")
		case name == inMacros || name == inStage2:
			texts = append(texts, name+" changed")
		}
	}
	if sourceChanged { // which the recipe names
		texts = slices.DeleteFunc(texts, func(text string) bool { return text == "the recipe changed" })
	}
	return texts, deps
}

// lastBuilt returns the package of that name that was built last, or nil.
func (s *State) lastBuilt(name string) *Package {
	var last *Package
	files, _ := filepath.Glob(s.path("store", name+"-*", packageFile))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		var p Package
		if json.Unmarshal(text, &p) == nil && p.Name == name && (last == nil || p.Built.After(last.Built)) {
			last = &p
		}
	}
	return last
}
