package plan

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// built is a history of one build of each step of a plan.
type built struct {
	keys   map[string]bool
	builds map[string]*Build
}

func (b built) Has(step *Step) bool          { return b.keys[step.Key] }
func (b built) LastBuild(name string) *Build { return b.builds[name] }

func historyOf(plan *Plan) built {
	b := built{make(map[string]bool), make(map[string]*Build)}
	for _, step := range plan.Steps {
		b.keys[step.Key] = true
		b.builds[step.Recipe.Name] = &Build{Inputs: step.Inputs}
	}
	return b
}

func TestReasons(t *testing.T) {
	hash := strings.Repeat("0123456789abcdef", 4)
	replace := func(i int, name string, more ...string) func([]*recipe.Recipe, *Inputs) {
		return func(recipes []*recipe.Recipe, _ *Inputs) { recipes[i] = recipeOf(name, more...) }
	}
	for _, test := range []struct {
		label  string
		change func([]*recipe.Recipe, *Inputs)
		was    func(before *Plan, b built) // how the history is not that of before
		want   map[string]string
	}{
		{"nothing", func([]*recipe.Recipe, *Inputs) {}, nil, map[string]string{}},
		{"recipe", replace(4, "zlib", "provides: [pkgconfig(zlib)]", "builddeps: [cc]", "summary: edited"), nil,
			map[string]string{"zlib": "the recipe changed", "app": "dependency zlib changed"}},
		{"section", replace(4, "zlib", "provides: [pkgconfig(zlib)]", "builddeps: [cc]", "build: |\n  %make"), nil,
			map[string]string{"zlib": "the recipe changed", "app": "dependency zlib changed"}},
		{"source", replace(4, "zlib", "provides: [pkgconfig(zlib)]", "builddeps: [cc]", "upstreams:\n  - https://example.org/zlib-1.tar : "+hash), nil,
			map[string]string{"zlib": "source https://example.org/zlib-1.tar added", "app": "dependency zlib changed"}},
		{"dependency dropped", replace(4, "zlib", "provides: [pkgconfig(zlib)]"), nil,
			map[string]string{"zlib": "dependency cc dropped; dependency libc dropped; the recipe changed", "app": "dependency zlib changed"}},
		{"of the root cause", replace(2, "libc", "summary: edited"), nil, map[string]string{
			"libc": "the recipe changed", "cc": "dependency libc changed", "zlib": "dependency libc changed",
			"libwildebeest": "dependency libc changed", "app": "dependency libc changed",
		}},
		{"stage2", func(_ []*recipe.Recipe, in *Inputs) { in.Stage2 = "another" }, nil, map[string]string{
			"libc": "stage2 changed", "cc": "stage2 changed; dependency libc changed",
			"zlib":          "stage2 changed; dependency cc changed; dependency libc changed",
			"libwildebeest": "stage2 changed; dependency cc changed; dependency libc changed",
			"app":           "stage2 changed; dependency cc changed; dependency libc changed; dependency libwildebeest changed; dependency zlib changed",
		}},
		{"lost", func([]*recipe.Recipe, *Inputs) {}, func(before *Plan, b built) {
			delete(b.keys, stepOf(t, before, "zlib").Key)
		}, map[string]string{"zlib": "the store lost it"}},
		{"earlier version", replace(4, "zlib", "summary: edited", "provides: [pkgconfig(zlib)]"), func(_ *Plan, b built) {
			for _, build := range b.builds {
				build.Inputs = nil
			}
		},
			map[string]string{"zlib": "built by an earlier version of this program", "app": "built by an earlier version of this program"}},
	} {
		t.Run(test.label, func(t *testing.T) {
			before, err := planOf(small(), nil, inputs)
			if err != nil {
				t.Fatal(err)
			}
			history := historyOf(before)
			if test.was != nil {
				test.was(before, history)
			}
			recipes, in := small(), inputs
			test.change(recipes, &in)
			after, err := planOf(recipes, nil, in)
			if err != nil {
				t.Fatal(err)
			}
			got := make(map[string]string)
			for _, reason := range after.Reasons(history) {
				got[reason.Step.Recipe.Name] = strings.Join(reason.Texts, "; ")
			}
			if difference := cmp.Diff(test.want, got); difference != "" {
				t.Error(difference)
			}
		})
	}
}

func TestEverythingIsNewAtFirst(t *testing.T) {
	plan, err := planOf(small(), nil, inputs)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, reason := range plan.Reasons(historyOf(new(Plan))) {
		names = append(names, reason.Step.Recipe.Name)
		if !slices.Equal(reason.Texts, []string{"new"}) {
			t.Errorf("%s: %v", reason.Step.Recipe.Name, reason.Texts)
		}
	}
	if !slices.Equal(names, plan.Names()) {
		t.Errorf("to build are %v, want %v", names, plan.Names())
	}
}
