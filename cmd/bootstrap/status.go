package main

import (
	"context"
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

func statusVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("status", "status [--json]")
	asJSON := p.Bool("json", false, "one JSON object")
	o := p.inputOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	plan, state, err := planOf(p, o, nil)
	if err != nil {
		return 1, err
	}
	status := state.Status(plan)
	if *asJSON {
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		return 0, encoder.Encode(status)
	}
	table := tabwriter.NewWriter(std.out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(table, "PACKAGE\tVERSION\tKEY\tSTATE\tTIME\tCPU\tMEMORY\tSIZE\tFILES")
	var all ledger.Cost
	for _, s := range status.Packages {
		if !s.Built {
			state := "to build"
			if s.Failed {
				state = "failed"
			}
			fmt.Fprintf(table, "%s\t%s\t%.12s\t%s\t\t\t\t\t\n", s.Name, s.Version, s.Key, state)
			continue
		}
		fmt.Fprintf(table, "%s\t%s\t%.12s\tbuilt\t%s\n", s.Name, s.Version, s.Key, costText(s.Cost))
		all.Took, all.Sections, all.CPU = all.Took+s.Took, all.Sections+s.Sections, all.CPU+s.CPU
		all.Size, all.Files = all.Size+s.Size, all.Files+s.Files
		all.MaxRSS = max(all.MaxRSS, s.MaxRSS)
	}
	fmt.Fprintf(table, "%d packages\t\t\t\t%s\n", len(status.Packages), costText(all))
	if err := table.Flush(); err != nil {
		return 1, err
	}
	fmt.Fprintf(std.out, "\nMEMORY is the peak of a build's largest process (getrusage)\nroot: %s (%s)\n", status.Root, status.RootState)
	return 0, nil
}

func costText(c ledger.Cost) string {
	return fmt.Sprintf("%.1f s\t%.1f s\t%.1f MiB\t%.1f MiB\t%d", c.Took, c.CPU, float64(c.MaxRSS)/(1<<20), float64(c.Size)/(1<<20), c.Files)
}

// planOf makes the plan of the packages, or of all, without writing or locking
// anything.
func planOf(p *parser, o *jobOptions, packages []string) (*plan.Plan, *store.State, error) {
	options, err := p.driverOptions(o)
	if err != nil {
		return nil, nil, err
	}
	view, err := driver.Look(options)
	if err != nil {
		return nil, nil, err
	}
	made, err := view.Plan(packages...)
	return made, view.State, err
}
