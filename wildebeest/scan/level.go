package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// level is what a finding at a place means, which would mean so much without
// the conditions and the file that it stands in.
func (j *judgement) level(i int32, at facts.Place, level string) string {
	f, build := j.files[i], j.s.configuration
	unit := j.files[j.unit].Path
	if srctree.IsAuxiliary(unit) && (f.Build == "" || f.Build == rules.Shell) && !build.Compiles(unit) || j.gnulib[f.Path] {
		return report.Only
	}
	if f.Fallback(at.Cond) || j.optional(i, at.Cond) || build.LeftOut(f.Path) || build.LeftOut(unit) || srctree.IsOfOtherSystem(f.Path) || srctree.IsOfOtherSystem(unit) {
		return report.Only
	}
	if level == report.Build && (f.OfGlibc || j.conditions.Uncertain(i, at.Cond)) {
		// glibc's own is there for where the C library lacks it, and made for other libraries.
		return report.Unsure
	}
	return level
}

// leftOut reports whether the unit does not compile the code under a condition, which
// asks for a macro of a header that the unit does not include.
func (j *judgement) leftOut(i, cond int32) bool {
	return !j.unseen && j.conditions.LeftOut(i, cond, j.stamp, func(file int32) bool { return j.mark[file] == j.stamp })
}

// optional reports whether code is compiled only where somebody gives a macro that the
// tree does not speak of. A header of another project may define it, where one is
// included that can't be seen.
func (j *judgement) optional(i, cond int32) bool {
	return !j.unseen && !j.tree.unseen[j.unit] && j.conditions.Optional(i, cond)
}

// ofClass is what the findings of a class of rules mean.
func ofClass(c rules.Class) string {
	if c == rules.Behaviour {
		return report.Behave
	}
	return report.Build
}
