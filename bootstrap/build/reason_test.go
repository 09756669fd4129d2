package build

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// store puts packages without files into a state.
func store(t *testing.T, s *State, plan *Plan, change func(*Package)) {
	t.Helper()
	for i, step := range plan.Steps {
		p := &Package{Name: step.Recipe.Name, Key: step.Key, Inputs: step.inputs, Built: time.Unix(int64(i), 0)}
		change(p)
		text, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(s.dirOf(step), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(s.dirOf(step), packageFile), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReasons(t *testing.T) {
	hash := strings.Repeat("0123456789abcdef", 4)
	replace := func(i int, name string, more ...string) func([]*recipe.Recipe, *Inputs) {
		return func(recipes []*recipe.Recipe, _ *Inputs) { recipes[i] = recipeOf(name, more...) }
	}
	for _, test := range []struct {
		label  string
		change func([]*recipe.Recipe, *Inputs)
		was    func(*Package) // how the store's packages were made
		want   map[string]string
	}{
		{"nothing", func([]*recipe.Recipe, *Inputs) {}, nil, map[string]string{}},
		{"recipe", replace(4, "zlib", "provides: [pkgconfig(zlib)]", "builddeps: [cc]", "summary: edited"), nil,
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
		{"lost", func([]*recipe.Recipe, *Inputs) {}, func(p *Package) {
			if p.Name == "zlib" {
				p.Key = "torn"
			}
		}, map[string]string{"zlib": "the store lost it"}},
		{"earlier version", replace(4, "zlib", "summary: edited", "provides: [pkgconfig(zlib)]"), func(p *Package) { p.Inputs = nil },
			map[string]string{"zlib": "built by an earlier version of this program", "app": "built by an earlier version of this program"}},
	} {
		t.Run(test.label, func(t *testing.T) {
			state, err := OpenState(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			before, err := NewPlan(small(), nil, inputs)
			if err != nil {
				t.Fatal(err)
			}
			if test.was == nil {
				test.was = func(*Package) {}
			}
			store(t, state, before, test.was)
			recipes, in := small(), inputs
			test.change(recipes, &in)
			after, err := NewPlan(recipes, nil, in)
			if err != nil {
				t.Fatal(err)
			}
			got := make(map[string]string)
			for _, reason := range state.Reasons(after) {
				got[reason.Step.Recipe.Name] = strings.Join(reason.Texts, "; ")
			}
			if difference := cmp.Diff(test.want, got); difference != "" {
				t.Error(difference)
			}
		})
	}
}

func TestEverythingIsNewAtFirst(t *testing.T) {
	state, err := OpenState(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	plan, err := NewPlan(small(), nil, inputs)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, reason := range state.Reasons(plan) {
		names = append(names, reason.Step.Recipe.Name)
		if !slices.Equal(reason.Texts, []string{"new"}) {
			t.Errorf("%s: %v", reason.Step.Recipe.Name, reason.Texts)
		}
	}
	if !slices.Equal(names, plan.Names()) {
		t.Errorf("to build are %v, want %v", names, plan.Names())
	}
}
