package recipes_test

import (
	"os"
	"slices"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/recipes"
)

// TestReleaseOfMusl compares every recipe that builds musl with the release that
// the tests' sysroot has.
func TestReleaseOfMusl(t *testing.T) {
	all, err := recipe.Load(recipe.Dir{Files: recipes.Files, Name: "recipes"},
		recipe.Dir{Files: os.DirFS("../conformance/elfutils"), Name: "conformance/elfutils"})
	if err == nil {
		err = recipe.Mistakes(all).Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	want := musl.Stage3()
	for _, name := range []string{"musl", "musl-debug"} {
		i := slices.IndexFunc(all, func(r *recipe.Recipe) bool { return r.Name == name })
		if i < 0 {
			t.Errorf("there is no recipe %s", name)
			continue
		}
		if r := all[i]; r.Version != want.Version || len(r.Upstreams) != 1 || r.Upstreams[0].SHA256 != want.SHA256 {
			t.Errorf("%s: version %s of %v; musl.Stage3 is %s with sha256 %s", r.File, r.Version, r.Upstreams, want, want.SHA256)
		}
	}
}
