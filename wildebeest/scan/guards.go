package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// guards reports each #error that glibc never meets, and as unsure each
// condition on glibc's name that decides otherwise on musl.
func (j *judgement) guards(i int32) {
	f := j.files[i]
	for _, e := range f.Errors {
		j.guard(i, e, "#error", j.level(i, e, report.Build), "the conditions know glibc and not musl: test for the feature, or add a branch")
	}
	for _, g := range f.Guards {
		j.guard(i, g, "__GLIBC__", report.Unsure, "musl takes the other branch: make sure that it is right there")
	}
}

func (j *judgement) guard(i int32, at facts.Place, name string, level string, text string) {
	f := j.files[i]
	j.report(i, found{unit: j.unit, Finding: report.Finding{
		Rule: report.RuleGuard, Name: name, Kind: "guard", File: f.Path, Line: int(at.Line), Column: int(at.Offset),
		Guard: f.Guard(at.Cond), Level: level, Confidence: report.Reachable,
		Remedy: report.Remedy{Kind: gnuism.None, Text: text},
	}})
}

// redirect reports a header that musl has only to warn about its name, which
// stops a build with -Werror.
func (j *judgement) redirect(i int32, inc facts.Include) {
	f := j.files[i]
	standard := inc.Name[len("sys/"):]
	if inc.Name == "wait.h" {
		standard = "sys/wait.h"
	}
	j.report(i, found{unit: j.unit, Finding: report.Finding{
		Rule: report.RuleRedirect, Name: inc.Name, Kind: string(gnuism.HeaderKind), File: f.Path, Line: int(inc.Line), Column: int(inc.Offset),
		Guard: f.Guard(inc.Cond), Level: j.level(i, inc.Place, report.Behave), Confidence: report.Reachable,
		Remedy: report.Remedy{Kind: gnuism.Include, Header: standard, Text: "#include <" + standard + ">"},
	}})
}
