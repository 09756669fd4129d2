package facts

import (
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// OnMusl says whether musl's compiler sees the place.
func (p Place) OnMusl(f *File) preproc.Tri {
	if p.Cond < 0 {
		return preproc.Yes
	}
	return f.conds[p.Cond].live
}

// OnGlibc says whether glibc's compiler sees the place.
func (p Place) OnGlibc(f *File) preproc.Tri {
	if p.Cond < 0 {
		return preproc.Yes
	}
	return f.conds[p.Cond].liveGlibc
}

// Guard joins the conditions around c, outermost first.
func (f *File) Guard(c int32) string {
	var texts []string
	for ; c >= 0; c = f.conds[c].parent {
		texts = append([]string{f.conds[c].text}, texts...)
	}
	return strings.Join(texts, " && ")
}

// Fallback reports whether the code under c has an alternative: a condition
// that asks for a feature may be false, and its group has another branch.
func (f *File) Fallback(c int32) bool {
	for ; c >= 0; c = f.conds[c].parent {
		if g := f.groups[f.conds[c].group]; f.conds[c].musl == preproc.Maybe && g.alternative && g.feature {
			return true
		}
	}
	return false
}
