package scan

import "strings"

// onMusl says whether musl's compiler sees the place.
func (p place) onMusl(f *facts) tri {
	if p.cond < 0 {
		return yes
	}
	return f.conds[p.cond].live
}

// onGlibc says whether glibc's compiler sees the place.
func (p place) onGlibc(f *facts) tri {
	if p.cond < 0 {
		return yes
	}
	return f.conds[p.cond].liveGlibc
}

// guard joins the conditions around c, outermost first.
func (f *facts) guard(c int32) string {
	var texts []string
	for ; c >= 0; c = f.conds[c].parent {
		texts = append([]string{f.conds[c].text}, texts...)
	}
	return strings.Join(texts, " && ")
}

// fallback reports whether the code under c has an alternative: a condition
// that asks for a feature may be false, and its group has another branch.
func (f *facts) fallback(c int32) bool {
	for ; c >= 0; c = f.conds[c].parent {
		if g := f.groups[f.conds[c].group]; f.conds[c].musl == maybe && g.alternative && g.feature {
			return true
		}
	}
	return false
}
