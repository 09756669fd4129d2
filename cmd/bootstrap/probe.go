package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
)

func probeVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("probe", "probe [OPTION...] PACKAGE...|--all")
	all := p.Bool("all", false, "every package that declares a dependency on libwildebeest")
	again := p.Bool("again", false, "also what was probed before and has not changed")
	o := p.jobOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	switch {
	case p.NArg() == 0 && !*all:
		return 2, errors.New("no package named; `bootstrap report` lists those that lean on libwildebeest, --all takes them all")
	case p.NArg() > 0 && *all:
		return 2, fmt.Errorf("--all and %s: name packages, or take all", p.Arg(0))
	}
	j, err := openJob(p, std, o)
	if err != nil {
		return 1, err
	}
	defer j.close()
	names := p.Args()
	if *all {
		plan, err := j.Plan()
		if err != nil {
			return 1, err
		}
		for _, step := range plan.Steps {
			if len(step.Modules) > 0 {
				names = append(names, step.Recipe.Name)
			}
		}
	}
	for _, name := range names {
		if err := j.probe(ctx, name, *again); err != nil {
			return 1, err
		}
	}
	j.show.Done(fmt.Sprintf("%d packages probed", len(names)))
	return 0, nil
}

// probe builds a package without libwildebeest, or finds what an earlier probe of
// the same key says.
func (j *job) probe(ctx context.Context, name string, again bool) error {
	plan, err := j.PlanWithout(name)
	if err != nil {
		return err
	}
	step := plan.Last()
	record := j.Builder.Ledger.Find(step.Key)
	if record == nil || again {
		probed, err := j.Builder.Probe(ctx, plan)
		if err != nil {
			return err
		}
		j.show.Finished(step.Recipe)
		record = &probed
	}
	if record.Outcome == ledger.Built {
		j.show.Done(fmt.Sprintf("%s %s builds without libwildebeest", name, record.Version))
	} else {
		j.show.Done(fmt.Sprintf("%s %s needs libwildebeest: %s", name, record.Version, record.Broke))
	}
	return nil
}
