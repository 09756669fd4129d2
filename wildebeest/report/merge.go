package report

import (
	"path"
	"slices"
	"strings"
)

// Merge puts the reports of several trees together: what is in a tree is named by the
// tree's path and its own. Of one report it is that.
func Merge(reports []*Report) *Report {
	if len(reports) == 1 {
		return reports[0]
	}
	all := &Report{Findings: []Finding{}, Notes: []Note{}}
	var trees []string
	for _, r := range reports {
		all.Tool, all.Target, all.Rules, all.Docs = r.Tool, r.Target, r.Rules, r.Docs
		all.Summary.Files += r.Summary.Files
		all.Summary.Bytes += r.Summary.Bytes
		trees = append(trees, r.Tree)
		for _, f := range r.Findings {
			f.File = path.Join(r.Tree, f.File)
			all.Findings = append(all.Findings, f)
		}
		for _, n := range r.Notes {
			n.File = path.Join(r.Tree, n.File)
			all.Notes = append(all.Notes, n)
		}
	}
	all.Tree = strings.Join(trees, " ")
	all.Finish()
	return all
}

// Ignore removes the findings of some rules, and counts the summary again.
func (r *Report) Ignore(rules []string) {
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool { return slices.Contains(rules, f.Rule) })
	r.Summary.count(r.Findings)
}
