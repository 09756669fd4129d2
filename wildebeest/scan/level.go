package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// level is what a finding at a place means, which would mean so much without
// the conditions and the file that it stands in.
func (j *judgement) level(f *facts.File, at facts.Place, level string) string {
	build := j.s.configuration
	if f.Fallback(at.Cond) || build.LeftOut(f.Path) || build.LeftOut(j.files[j.unit].Path) {
		return report.Only
	}
	return level
}

// ofClass is what the findings of a class of rules mean.
func ofClass(c rules.Class) string {
	if c == rules.Behaviour {
		return report.Behave
	}
	return report.Build
}
