package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// planned is a package that stage3 would build, as --json has it.
type planned struct {
	Name    string   `json:"name"`
	Version string   `json:"version"`
	Release int      `json:"release"`
	Key     string   `json:"key"`
	Reasons []string `json:"reasons"`
	// Seconds are what its last build took; 0 where there was none.
	Seconds float64 `json:"seconds"`
}

func planVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("plan", "plan [OPTION...] [PACKAGE...]")
	asJSON := p.Bool("json", false, "a JSON array")
	o := p.inputOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	plan, state, err := planOf(p, o, p.Args())
	if err != nil {
		return 1, err
	}
	list := []planned{}
	seconds := 0.0
	for _, reason := range plan.Reasons(state) {
		r := reason.Step.Recipe
		one := planned{
			Name: r.Name, Version: r.Version, Release: r.Release, Key: reason.Step.Key, Reasons: reason.Texts, Seconds: reason.Seconds,
		}
		seconds += one.Seconds
		list = append(list, one)
	}
	if *asJSON {
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		return 0, encoder.Encode(list)
	}
	return 0, writePlan(std, plan, list, seconds)
}

func writePlan(std streams, plan *plan.Plan, list []planned, seconds float64) error {
	if len(list) == 0 {
		_, err := fmt.Fprintf(std.out, "nothing to build: %d packages are in the store\n", len(plan.Steps))
		return err
	}
	table := tabwriter.NewWriter(std.out, 0, 8, 2, ' ', 0)
	for _, one := range list {
		last := ""
		if one.Seconds > 0 {
			last = fmt.Sprintf("%.1f s", one.Seconds)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", one.Name, one.Version, last, strings.Join(one.Reasons, "; "))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(std.out, "\n%d of %d packages to build; what was built before took %.1f s\n", len(list), len(plan.Steps), seconds)
	return err
}
