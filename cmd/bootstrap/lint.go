package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func lintVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("lint", "lint [--recipes DIR]")
	dir := p.recipesOption()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	recipes, err := loadRecipes(*dir)
	var found recipe.Problems
	if errors.As(err, &found) {
		for _, problem := range found {
			fmt.Fprintln(std.out, problem)
		}
		return 1, nil
	}
	if err != nil {
		return 1, err
	}
	fmt.Fprintf(std.out, "%d recipes, no mistakes\n", len(recipes.Names()))
	return 0, nil
}
