package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
)

func probeVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("probe", "probe [OPTION...] PACKAGE...")
	o := p.jobOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if p.NArg() == 0 {
		return 2, errors.New("no package named; `bootstrap report` lists those that lean on libwildebeest")
	}
	j, err := openJob(p, std, o)
	if err != nil {
		return 1, err
	}
	defer j.close()
	for _, name := range p.Args() {
		in := j.inputs()
		in.Without = name
		plan, err := build.NewPlan(j.recipes, []string{name}, in)
		if err != nil {
			return 1, err
		}
		record, err := j.builder.Probe(ctx, plan)
		if err != nil {
			return 1, err
		}
		if record.Outcome == ledger.Built {
			j.show.Done(fmt.Sprintf("%s %s builds without libwildebeest", name, record.Version))
		} else {
			j.show.Done(fmt.Sprintf("%s %s needs libwildebeest: %s", name, record.Version, record.Broke))
		}
	}
	return 0, nil
}
