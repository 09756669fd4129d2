package main

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/headers"
)

func reportVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("report", "report [--json]")
	asJSON := p.Bool("json", false, "one JSON object, with every finding")
	recipesDirs := p.recipesOption()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	recipes, err := loadRecipes(*recipesDirs)
	if err != nil {
		return 1, err
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	book, err := openLedger(state)
	if err != nil {
		return 1, err
	}
	var names []string
	for _, r := range recipes {
		names = append(names, r.Name)
	}
	return writeReport(std, book, names, *asJSON)
}

func writeReport(std streams, book *ledger.Ledger, names []string, asJSON bool) (int, error) {
	modules, err := headers.Modules()
	if err != nil {
		return 1, err
	}
	macroOnly := func(name string) bool {
		return slices.ContainsFunc(modules, func(m headers.Module) bool { return m.Name == name && m.MacroOnly() })
	}
	report := book.Make(names, macroOnly)
	if asJSON {
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		err = encoder.Encode(report)
	} else {
		err = report.WriteText(std.out, macroOnly)
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}
