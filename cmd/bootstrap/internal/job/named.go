package job

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// Named tells packages from paths. A path has a slash or is one of the file's own
// names, as a shell in the recipe's directory completes it.
func Named(args []string) (names, files []string) {
	for _, arg := range args {
		if strings.ContainsRune(arg, filepath.Separator) || arg == recipe.FileName || arg == "." || arg == ".." {
			files = append(files, file(arg))
		} else {
			names = append(names, arg)
		}
	}
	return names, files
}

// file is the recipe's file where its directory is named.
func file(name string) string {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return filepath.Join(name, recipe.FileName)
	}
	return name
}

// Chosen are the recipes that a command line names: the named ones, or else all of the set.
func Chosen(set *plan.Set, names, files []string) ([]*recipe.Recipe, error) {
	if len(names)+len(files) == 0 {
		return set.Recipes(), nil
	}
	var wanted []*recipe.Recipe
	for _, name := range names {
		r, err := set.Named(name)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, r)
	}
	for _, r := range set.Recipes() {
		for _, file := range files {
			if filepath.Clean(file) == filepath.Clean(r.File) {
				wanted = append(wanted, r)
			}
		}
	}
	return wanted, nil
}
