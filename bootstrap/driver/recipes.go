package driver

import (
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/recipes"
)

// Project is the directory of the project's own recipes.
func Project() recipe.Dir { return recipe.Dir{Files: recipes.Files, Name: "recipes"} }

// Dir is a directory of recipes on the disk, NAME/stone.yaml.
func Dir(path string) (recipe.Dir, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return recipe.Dir{}, fmt.Errorf("recipes %s: not a directory; expected NAME/%s below it", path, recipe.FileName)
	}
	return recipe.Dir{Files: os.DirFS(path), Name: path}, nil
}

// Recipes reads the recipes of directories, or the project's own where none are
// named, and resolves their dependencies. What is wrong with a recipe is among the
// set's Problems.
func Recipes(dirs ...recipe.Dir) (*plan.Set, error) {
	if len(dirs) == 0 {
		dirs = []recipe.Dir{Project()}
	}
	all, err := recipe.Load(dirs...)
	if err != nil {
		return nil, err
	}
	return plan.Resolve(all)
}
