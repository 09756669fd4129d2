package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// method changes when the driver builds otherwise than before in a way that
// changes packages, so that they are built anew.
const method = "build method 3"

// key hashes everything that decides what a package is: how packages are built,
// the macros, the recipe with its sources' hashes, the tools, the project's own
// artefacts in it, and the keys of what it is built with.
func (p *planner) key(step *Step) (string, error) {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\n%x\n%x\n%s\n", method, sha256.Sum256(recipe.MacroText()), sha256.Sum256(step.Recipe.Text), p.in.Stage2)
	for _, upstream := range step.Recipe.Upstreams {
		if name := upstream.Self(); name != "" {
			own, err := p.in.Self(name)
			if err != nil {
				return "", fmt.Errorf("%s: upstream %s: %w", step.Recipe.File, upstream.Location, err)
			}
			fmt.Fprintln(hash, upstream.Location, own)
		}
	}
	for _, dep := range step.Deps {
		fmt.Fprintln(hash, dep.Recipe.Name, dep.Key)
	}
	if p.in.Without == step.Recipe.Name {
		fmt.Fprintln(hash, "without", Library)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
