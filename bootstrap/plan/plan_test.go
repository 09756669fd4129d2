package plan

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func recipeOf(name string, more ...string) *recipe.Recipe {
	text := "name: " + name + "\nversion: \"1\"\nrelease: 1\ninstall: \"true\"\n" + strings.Join(more, "\n") + "\n"
	r, err := recipe.Parse(name+"/stone.yaml", []byte(text))
	if err != nil {
		panic(err)
	}
	return r
}

var inputs = Inputs{Stage2: "stage2", Self: func(string) (string, error) { return "", errors.New("none") }}

func small() []*recipe.Recipe {
	return []*recipe.Recipe{
		recipeOf("app", "builddeps: [pkgconfig(zlib), pkgconfig(libwildebeest-argp), cc]"),
		recipeOf("cc", "rundeps: [libc]"),
		recipeOf("libc"),
		recipeOf("libwildebeest", "provides: [pkgconfig(libwildebeest-*)]", "builddeps: [cc]"),
		recipeOf("zlib", "provides: [pkgconfig(zlib)]", "builddeps: [cc]"),
	}
}

func planOf(recipes []*recipe.Recipe, targets []string, in Inputs) (*Plan, error) {
	set, err := Resolve(recipes)
	if err != nil {
		return nil, err
	}
	return set.Plan(targets, in)
}

func stepOf(t *testing.T, plan *Plan, name string) *Step {
	t.Helper()
	i := slices.IndexFunc(plan.Steps, func(s *Step) bool { return s.Recipe.Name == name })
	if i < 0 {
		t.Fatalf("no step for %s in %v", name, plan.Names())
	}
	return plan.Steps[i]
}

func TestPlanOrdersAndSeesWhatIsDeclared(t *testing.T) {
	plan, err := planOf(small(), []string{"app"}, inputs)
	if err != nil {
		t.Fatal(err)
	}
	names := plan.Names()
	for _, pair := range [][2]string{{"libc", "cc"}, {"cc", "zlib"}, {"zlib", "app"}, {"libwildebeest", "app"}} {
		if slices.Index(names, pair[0]) > slices.Index(names, pair[1]) {
			t.Errorf("%s comes after %s: %v", pair[0], pair[1], names)
		}
	}
	var seen []string
	for _, dep := range stepOf(t, plan, "app").Deps {
		seen = append(seen, dep.Recipe.Name)
	}
	if want := []string{"cc", "libc", "libwildebeest", "zlib"}; !slices.Equal(seen, want) {
		t.Errorf("app sees %v, want %v", seen, want)
	}
	if got := stepOf(t, plan, "app").Modules; !slices.Equal(got, []string{"argp"}) {
		t.Errorf("app declares %v", got)
	}
}

func TestKeysFollowWhatGoesIn(t *testing.T) {
	keys := func(recipes []*recipe.Recipe, in Inputs) map[string]string {
		plan, err := planOf(recipes, nil, in)
		if err != nil {
			t.Fatal(err)
		}
		found := make(map[string]string)
		for _, step := range plan.Steps {
			found[step.Recipe.Name] = step.Key
		}
		return found
	}
	changed := func(after map[string]string) []string {
		var names []string
		for name, key := range keys(small(), inputs) {
			if after[name] != key {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return names
	}
	if got := changed(keys(small(), inputs)); len(got) > 0 {
		t.Errorf("the same plan gave other keys: %v", got)
	}
	edited := small()
	edited[4] = recipeOf("zlib", "provides: [pkgconfig(zlib)]", "builddeps: [cc]", "summary: edited")
	if got, want := changed(keys(edited, inputs)), []string{"app", "zlib"}; !slices.Equal(got, want) {
		t.Errorf("editing zlib changed %v, want %v", got, want)
	}
	other := inputs
	other.Stage2 = "another"
	if got := changed(keys(small(), other)); len(got) != 5 {
		t.Errorf("another stage2 changed only %v", got)
	}
	without := inputs
	without.Without = "app"
	if got, want := changed(keys(small(), without)), []string{"app"}; !slices.Equal(got, want) {
		t.Errorf("leaving libwildebeest out changed %v, want %v", got, want)
	}
}

func TestUnknownTarget(t *testing.T) {
	_, err := planOf(small(), []string{"zlob"}, inputs)
	if want := "no recipe for zlob; there are app, cc, libc, libwildebeest, zlib"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
