package main

import (
	"context"
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/bootstrap/build"
)

func statusVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("status", "status [--json]")
	asJSON := p.Bool("json", false, "one JSON object")
	recipesDirs := p.recipesOption()
	stage2Dir := p.String("stage2", "", "a stage2 tree of your own (default: the assembled one)")
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	plan, state, err := planOf(p, *recipesDirs, *stage2Dir)
	if err != nil {
		return 1, err
	}
	status := build.StatusOf(state, plan)
	if *asJSON {
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		return 0, encoder.Encode(status)
	}
	table := tabwriter.NewWriter(std.out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(table, "PACKAGE\tVERSION\tKEY\tSTATE\tTIME\tSIZE")
	for _, s := range status.Packages {
		if !s.Built {
			fmt.Fprintf(table, "%s\t%s\t%.12s\tto build\t\t\n", s.Name, s.Version, s.Key)
			continue
		}
		fmt.Fprintf(table, "%s\t%s\t%.12s\tbuilt\t%.1f s\t%.1f MiB\n", s.Name, s.Version, s.Key, s.Seconds, float64(s.Size)/(1<<20))
	}
	if err := table.Flush(); err != nil {
		return 1, err
	}
	fmt.Fprintf(std.out, "\nroot: %s (%s)\n", status.Root, status.RootState)
	return 0, nil
}

// planOf makes the plan of all recipes without writing or locking anything.
func planOf(p *parser, recipesDirs []string, stage2Dir string) (*build.Plan, *build.State, error) {
	recipes, err := loadRecipes(recipesDirs)
	if err != nil {
		return nil, nil, err
	}
	state, err := p.openState()
	if err != nil {
		return nil, nil, err
	}
	tools, err := openStage2(state, stage2Dir)
	if err != nil {
		return nil, nil, err
	}
	own, err := ownTools()
	if err != nil {
		return nil, nil, err
	}
	plan, err := build.NewPlan(recipes, nil, build.Inputs{Stage2: tools.Key, Self: own.Hash})
	return plan, state, err
}
