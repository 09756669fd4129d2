package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// method is the driver's own way to build. It is changed when a change of the
// driver changes the files of packages, so that all packages are built anew.
const method = "build method 6"

// Names of a key's inputs; the values are hashes or versions. The last four are
// the beginnings of names that go on with what the comment says.
const (
	inMethod  = "method"
	inMacros  = "macros"
	inRecipe  = "recipe"
	inStage2  = "stage2"
	inWithout = "without"
	inSource  = "source "     // an upstream's location
	inSelf    = "self "       // one of the project's own artefacts
	inPatch   = "patch "      // a file beside the recipe
	inDep     = "dependency " // a package
)

// inputs are everything that decides what a package contains: how packages are
// built, what the macros that the recipe uses stand for, the recipe with its
// sources' hashes, the tools, the project's own artefacts in it, and the keys of
// what it is built with.
func (p *planner) inputs(step *Step) (map[string]string, error) {
	script, err := step.Recipe.Script(recipe.Context{})
	if err != nil {
		return nil, err
	}
	in := map[string]string{
		inMethod: method, inMacros: hashOf([]byte(script.Text)), inRecipe: hashOf(step.Recipe.Text), inStage2: p.in.Stage2,
	}
	for _, upstream := range step.Recipe.Upstreams {
		name := upstream.Self()
		if name == "" {
			in[inSource+upstream.Location] = upstream.SHA256
			continue
		}
		own, err := p.in.Self(name)
		if err != nil {
			return nil, fmt.Errorf("%s: upstream %s: %w", step.Recipe.File, upstream.Location, err)
		}
		in[inSelf+name] = own
	}
	for i, patch := range step.Recipe.Patches {
		in[fmt.Sprintf("%s%d %s", inPatch, i+1, patch.Name)] = hashOf(patch.Text)
	}
	for _, dep := range step.Deps {
		in[inDep+dep.Recipe.Name] = dep.Key
	}
	if p.in.Without == step.Recipe.Name {
		in[inWithout] = recipe.Library
	}
	return in, nil
}

func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// keyOf hashes inputs.
func keyOf(in map[string]string) string {
	hash := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(in)) {
		fmt.Fprintf(hash, "%q %q\n", name, in[name])
	}
	return hex.EncodeToString(hash.Sum(nil))
}
