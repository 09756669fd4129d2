package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

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
	if !slices.Contains(reportFormats, *format) {
		return 2, fmt.Errorf("--format %q: known are %s", *format, strings.Join(reportFormats, ", "))
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
	return writeReport(std, book, recipes.Names(), *format)
}

// reportFormats are the values of --format.
var reportFormats = []string{"text", "json", "markdown"}

func writeReport(std streams, book *ledger.Ledger, names []string, format string) (int, error) {
	modules, err := headers.Modules()
	if err != nil {
		return 1, err
	}
	macroOnly := func(name string) bool {
		return slices.ContainsFunc(modules, func(m headers.Module) bool { return m.Name == name && m.MacroOnly() })
	}
	report := book.Make(names, macroOnly)
	switch format {
	case "json":
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		err = encoder.Encode(report)
	case "markdown":
		err = report.WriteMarkdown(std.out, macroOnly)
	default:
		err = report.WriteText(std.out, macroOnly)
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}
