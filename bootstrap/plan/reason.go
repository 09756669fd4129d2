package plan

import (
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// A History knows which packages were built.
type History interface {
	// Has tells whether the step's package is there, whole.
	Has(step *Step) bool
	// LastBuild is the newest build of the package of that name, with whatever
	// key, or nil.
	LastBuild(name string) *Build
}

// A Build is an earlier build of a package.
type Build struct {
	Inputs  map[string]string // what its key is the hash of; nil where an early version built it
	Seconds float64           // wall clock
}

// A Reason says why a step has to be built.
type Reason struct {
	Step *Step
	// Texts are what changed since the package was built last: at least one.
	Texts []string
	// Seconds are what the last build took; 0 where there was none.
	Seconds float64
}

// Reasons are those of the plan's steps whose packages are not there, in the
// plan's order.
func (p *Plan) Reasons(h History) []Reason {
	var reasons []Reason
	own := make(map[string]bool) // packages with a reason that is not a dependency's
	for _, step := range p.Steps {
		if h.Has(step) {
			continue
		}
		reason := Reason{Step: step}
		last := h.LastBuild(step.Recipe.Name)
		if last != nil {
			reason.Seconds = last.Seconds
		}
		texts, deps := changes(last, step)
		own[step.Recipe.Name] = len(texts) > 0
		reason.Texts = append(texts, dependencyTexts(deps, own)...)
		if len(reason.Texts) == 0 {
			reason.Texts = []string{"the store lost it"}
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

// dependencyTexts name the dependencies that changed. One that has to be built
// only because of another one here does not explain anything: the other one does.
func dependencyTexts(deps []string, own map[string]bool) []string {
	if causes := slices.DeleteFunc(slices.Clone(deps), func(name string) bool { return !own[name] }); len(causes) > 0 {
		deps = causes
	}
	var texts []string
	for _, name := range deps {
		texts = append(texts, "dependency "+name+" changed")
	}
	return texts
}

// changes compares a step with the build before it: what changed of its own, and
// which of its dependencies did.
func changes(last *Build, step *Step) (texts, deps []string) {
	switch {
	case last == nil:
		return []string{"new"}, nil
	case last.Inputs == nil:
		return []string{"built by an earlier version of this program"}, nil
	}
	sourceChanged := false
	for _, name := range inputNames(last.Inputs, step.Inputs) {
		how := change(last.Inputs, step.Inputs, name)
		if how == "" {
			continue
		}
		if dep, ok := strings.CutPrefix(name, inDep); ok && how == "changed" {
			deps = append(deps, dep)
			continue
		}
		sourceChanged = sourceChanged || strings.HasPrefix(name, inSource)
		texts = append(texts, inputText(name, how))
	}
	if slices.Contains(texts, recipeChanged) { // what its macros stand for has its sections, too
		texts = slices.DeleteFunc(texts, func(text string) bool { return text == macrosChanged })
	}
	if sourceChanged { // which the recipe names
		texts = slices.DeleteFunc(texts, func(text string) bool { return text == recipeChanged })
	}
	return texts, deps
}

// inputNames are the names in either of two keys' inputs, sorted.
func inputNames(before, after map[string]string) []string {
	all := maps.Clone(before)
	maps.Copy(all, after)
	return slices.Sorted(maps.Keys(all))
}

// change says what happened to an input, or "" where it is the same.
func change(before, after map[string]string, name string) string {
	was, had := before[name]
	is, has := after[name]
	switch {
	case !had:
		return "added"
	case !has:
		return "dropped"
	case was != is:
		return "changed"
	}
	return ""
}

const (
	recipeChanged = "the recipe changed"
	macrosChanged = "macros changed"
)

// inputText is the reason that a change of an input is.
func inputText(name, how string) string {
	switch name {
	case inRecipe:
		return recipeChanged
	case inMacros:
		return macrosChanged
	case inMethod:
		return "the way packages are built changed"
	case inWithout:
		return recipe.Library + " is left out"
	}
	if own, ok := strings.CutPrefix(name, inSelf); ok {
		return "this project's " + own + " " + how
	}
	return name + " " + how // stage2, source …, patch …, dependency …
}
