package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// level is what a finding at a place means, which would mean so much without
// the conditions and the file that it stands in.
func (j *judgement) level(f *facts.File, at facts.Place, level string) string {
	build := j.s.configuration
	unit := j.files[j.unit].Path
	if srctree.IsAuxiliary(unit) && (f.Build == "" || f.Build == rules.Shell) && !build.Compiles(unit) || j.gnulib[f.Path] {
		return report.Only
	}
	if f.Fallback(at.Cond) || j.optional(f, at.Cond) || build.LeftOut(f.Path) || build.LeftOut(unit) || srctree.IsOfOtherSystem(f.Path) || srctree.IsOfOtherSystem(unit) {
		return report.Only
	}
	if level == report.Build && (f.OfGlibc || at.Cond >= 0 && j.switches.Uncertain(f, j.byPath[f.Path], at.Cond)) {
		// glibc's own is there for where the C library lacks it, and made for other libraries.
		return report.Unsure
	}
	return level
}

// leftOut reports whether the unit does not compile the code under a condition, which
// asks for a macro of a header that the unit does not include.
func (j *judgement) leftOut(f *facts.File, cond int32) bool {
	return cond >= 0 && !j.unseen && j.switches.LeftOut(f, cond, func(file int32) bool { return j.mark[file] == j.stamp })
}

// optional reports whether code is compiled only where somebody gives a macro that the
// tree does not speak of. A header of another project may define it, where one is
// included that can't be seen.
func (j *judgement) optional(f *facts.File, cond int32) bool {
	return cond >= 0 && !j.unseen && !j.tree.unseen[j.unit] && f.Optional(cond, j.s.musl, j.s.reader.Words)
}

// ofClass is what the findings of a class of rules mean.
func ofClass(c rules.Class) string {
	if c == rules.Behaviour {
		return report.Behave
	}
	return report.Build
}
