package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// guards reports each #error that glibc never meets, and as advice each
// condition on glibc's name that decides otherwise on musl.
func (j *judgement) guards(i int32) {
	f := j.files[i]
	for _, e := range f.errors {
		j.guard(f, e, "#error", false, "the conditions know glibc and not musl: test for the feature, or add a branch")
	}
	for _, g := range f.guards {
		j.guard(f, g, "__GLIBC__", true, "musl takes the other branch: make sure that it is right there")
	}
}

func (j *judgement) guard(f *facts, at place, name string, advice bool, text string) {
	j.out = append(j.out, found{unit: j.unit, Finding: report.Finding{
		Rule: report.RuleGuard, Name: name, Kind: "guard", File: f.path, Line: int(at.line), Column: int(at.offset),
		Guard: f.guard(at.cond), Advice: advice, Confidence: report.Reachable,
		Remedy: report.Remedy{Kind: gnuism.None, Text: text},
	}})
}

// redirect reports a header that musl has only to warn about its name, which
// stops a build with -Werror.
func (j *judgement) redirect(f *facts, inc include) {
	standard := inc.name[len("sys/"):]
	if inc.name == "wait.h" {
		standard = "sys/wait.h"
	}
	j.out = append(j.out, found{unit: j.unit, Finding: report.Finding{
		Rule: report.RuleRedirect, Name: inc.name, Kind: string(gnuism.HeaderKind), File: f.path, Line: int(inc.line), Column: int(inc.offset),
		Guard: f.guard(inc.cond), Fallback: f.fallback(inc.cond), Advice: true, Confidence: report.Reachable,
		Remedy: report.Remedy{Kind: gnuism.Include, Header: standard, Text: "#include <" + standard + ">"},
	}})
}
