package main

import (
	"context"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/headers"
)

func reportVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("report", "report [--format FORMAT]")
	format := p.String("format", "text", "text, json (one object, with every finding) or markdown")
	asJSON := p.Bool("json", false, "as --format json")
	recipesDirs := p.recipesOption()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	if *asJSON {
		*format = "json"
	}
	form, err := ledger.FormatNamed(*format)
	if err != nil {
		return 2, err
	}
	recipes, err := loadRecipes(*recipesDirs)
	if err != nil {
		return 1, err
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	book, err := ledger.Open(state.Ledger())
	if err != nil {
		return 1, err
	}
	return writeReport(std, book, recipes.Names(), form)
}

func writeReport(std streams, book *ledger.Ledger, names []string, form ledger.Format) (int, error) {
	modules, err := headers.Modules()
	if err != nil {
		return 1, err
	}
	macroOnly := func(name string) bool {
		return slices.ContainsFunc(modules, func(m headers.Module) bool { return m.Name == name && m.MacroOnly() })
	}
	if err := form.Write(std.out, book.Make(names, macroOnly)); err != nil {
		return 1, err
	}
	return 0, nil
}
