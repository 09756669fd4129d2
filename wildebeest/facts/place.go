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

// maxGuard bounds the text of a guard, and maxCondition that of one condition, in
// bytes.
const (
	maxGuard     = 1000
	maxCondition = 500
)

// Guard joins the conditions around c, outermost first; of many it has the
// innermost. Not for use by several goroutines.
func (f *File) Guard(c int32) string {
	if c < 0 {
		return ""
	}
	if text, ok := f.guards[c]; ok {
		return text
	}
	text := f.conds[c].text
	for p := f.conds[c].parent; p >= 0; p = f.conds[p].parent {
		if len(text)+len(f.conds[p].text) > maxGuard {
			text = "… && " + text
			break
		}
		text = f.conds[p].text + " && " + text
	}
	if f.guards == nil {
		f.guards = map[int32]string{}
	}
	f.guards[c] = text
	return text
}

// shortened is a condition as it is shown.
func shortened(text string) string {
	if len(text) <= maxCondition {
		return text
	}
	return strings.ToValidUTF8(text[:maxCondition], "") + "…"
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

// Tested reports whether the code under c is there only where the macro is
// defined: a condition around it says so and names nothing else.
func (f *File) Tested(c int32, macro string) bool {
	for ; c >= 0; c = f.conds[c].parent {
		if tests(f.conds[c].text, macro) {
			return true
		}
	}
	return false
}

// tests reports whether a condition holds only where the macro is defined: one
// of its terms that are joined by && is defined(macro).
func tests(condition, macro string) bool {
	if strings.Contains(condition, "||") || !strings.Contains(condition, macro) {
		return false
	}
	for term := range strings.SplitSeq(condition, "&&") {
		rest, ok := strings.CutPrefix(strings.Trim(term, " \t"), "defined")
		if ok && strings.Trim(rest, " \t()") == macro {
			return true
		}
	}
	return false
}
