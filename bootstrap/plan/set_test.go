package plan

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func TestMistakesOfASet(t *testing.T) {
	file := func(name, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("name: " + name + "\nversion: 1\nrelease: 1\ninstall: x\n" + more)}
	}
	recipes, err := recipe.Load(recipe.Dir{Files: fstest.MapFS{
		"a/stone.yaml": file("a", "builddeps:\n  - b\n  - nothing\n  - pkgconfig(libwildebeest-nomodule)\n  - pkgconfig(libwildebeest-stack)\n"),
		"b/stone.yaml": file("b", "rundeps: [pkgconfig(c)]\n"),
		"c/stone.yaml": file("c", "provides: [pkgconfig(c)]\nbuilddeps:\n  - a\n"),
		"l/stone.yaml": file("libwildebeest", "provides: [pkgconfig(libwildebeest-*)]\nbuilddeps: [libwildebeest]\n"),
	}, Name: "r"})
	if err != nil {
		t.Fatal(err)
	}
	set, err := Resolve(recipes)
	if err != nil {
		t.Fatal(err)
	}
	err = set.Problems().Err()
	want := `5 mistakes in the recipes
r/a/stone.yaml:7: nothing provides nothing; add a recipe for it, or correct the name
r/a/stone.yaml:8: libwildebeest has no module nomodule; ` + "`wildebeest list`" + ` names them
r/a/stone.yaml:9: module stack of libwildebeest is now called threadstack; write pkgconfig(libwildebeest-threadstack)
r/c/stone.yaml:7: dependency cycle: a → b → c → a
r/l/stone.yaml:6: dependency cycle: libwildebeest → libwildebeest`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestMistakesStopOnlyWhatNeedsThem(t *testing.T) {
	recipes, err := recipe.Load(recipe.Dir{Files: fstest.MapFS{
		"good/stone.yaml":   {Data: []byte("name: good\nversion: 1\nrelease: 1\ninstall: x\n")},
		"bad/stone.yaml":    {Data: []byte("name: [\n")},
		"needs/stone.yaml":  {Data: []byte("name: needs\nversion: 1\nrelease: 1\ninstall: x\nbuilddeps: [bad, good]\n")},
		"poor/stone.yaml":   {Data: []byte("name: poor\nversion: 1\nrelease: 1\ninstall: x\nbuilddeps: [nothing]\n")},
		"beside/stone.yaml": {Data: []byte("name: beside\nversion: 1\nrelease: 1\ninstall: x\nrundeps: [good]\n")},
	}, Name: "r"})
	if err != nil {
		t.Fatal(err)
	}
	set, err := Resolve(recipes)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		target   string
		problems int
	}{{"good", 0}, {"beside", 0}, {"bad", 1}, {"needs", 1}, {"poor", 1}, {"", 2}} {
		var targets []string
		if test.target != "" {
			targets = []string{test.target}
		}
		_, err := set.Plan(targets, inputs)
		var found recipe.Problems
		if errors.As(err, &found); len(found) != test.problems || (err != nil) != (test.problems > 0) {
			t.Errorf("plan of %q: %v, want %d mistakes", test.target, err, test.problems)
		}
	}
}
