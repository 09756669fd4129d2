package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
)

// sysrootPackages are what a program needs to be compiled for and linked to.
var sysrootPackages = []string{"linux-headers", "musl"}

func sysrootVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("sysroot", "sysroot -o DIR")
	output := p.StringP("output", "o", "", "where to put it; replaced when it is out of date")
	o := p.jobOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	if *output == "" {
		return 2, errors.New("-o DIR is missing; `bootstrap help sysroot` lists the options")
	}
	dir, err := filepath.Abs(*output)
	if err != nil {
		return 1, err
	}
	j, err := openJob(p, std, o)
	if err != nil {
		return 1, err
	}
	defer j.close()
	plan, err := j.Plan(sysrootPackages...)
	if err != nil {
		return 1, err
	}
	if _, err := j.Builder.Build(ctx, plan); err != nil {
		return 1, err
	}
	changed, err := j.State.PublishTo(dir, plan)
	if err != nil {
		return 1, err
	}
	if changed {
		j.show.Done(fmt.Sprintf("%s is made of %d packages", dir, len(plan.Steps)))
	} else {
		j.show.Done(dir + " is up to date")
	}
	return 0, nil
}
