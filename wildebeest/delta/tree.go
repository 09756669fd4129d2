package delta

import (
	"context"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// Tree scans a tree for what an upgrade from one release of a C library to a later one
// breaks and frees. The report's findings are what the newer release breaks, and what
// it does otherwise, as advice; its Freed are findings that are none with the newer
// release. opt.Target is not used.
func Tree(ctx context.Context, dir, from, to string, opt scan.Options) (*report.Report, error) {
	d, err := Between(from, to)
	if err != nil {
		return nil, err
	}
	onMusl := strings.HasPrefix(d.To, "musl-")
	after, before := opt, opt
	after.Rules, after.Target, before.Target = d.rules(), "", d.From
	if onMusl {
		after.Target = d.To
	}
	r, err := scan.Tree(ctx, dir, after)
	if err != nil {
		return nil, err
	}
	ours, others := split(r.Findings)
	r.Target, r.Findings = d.From+" to "+d.To, ours
	if onMusl {
		old, err := scan.Tree(ctx, dir, before)
		if err != nil {
			return nil, err
		}
		r.Findings = append(r.Findings, without(others, old.Findings)...)
		r.Freed = without(old.Findings, others)
	}
	r.Finish()
	return r, nil
}

// split parts the findings of this package's rules from others.
func split(all []report.Finding) (ours, others []report.Finding) {
	ours = []report.Finding{}
	for _, f := range all {
		switch f.Rule {
		case RuleOwn, RuleGone, RuleBehaviour:
			ours = append(ours, f)
		default:
			others = append(others, f)
		}
	}
	return ours, others
}

// without lists the findings of a that b lacks: of the same name at the same place.
func without(a, b []report.Finding) []report.Finding {
	type key struct {
		name, file   string
		line, column int
		needed       bool
	}
	of := func(f report.Finding) key { return key{f.Name, f.File, f.Line, f.Column, f.Needed()} }
	had := map[key]bool{}
	for _, f := range b {
		had[of(f)] = true
	}
	list := []report.Finding{}
	for _, f := range a {
		if !had[of(f)] {
			list = append(list, f)
		}
	}
	return list
}
