package facts

import (
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// FeatureMacro is a #define of a feature macro.
type FeatureMacro struct {
	preproc.Features
	Offset int32
}

// ask notes a #define or #undef of a feature macro. A template's #undef becomes
// a #define where configure finds the macro useful.
func (r *pass) ask(name, value []byte, offset int, undef bool) {
	p := int32(-1)
	if n := len(r.stack); n > 0 {
		p = r.stack[n-1].cond
	}
	if p >= 0 && r.f.conds[p].live == preproc.No {
		return
	}
	if undef && !strings.HasSuffix(r.f.Path, ".in") {
		return
	}
	r.kept++
	a := FeatureMacro{Offset: int32(offset)}
	a.Macro(string(name), string(value))
	r.f.Asking = append(r.f.Asking, a)
	r.f.asksAll = r.f.asksAll || a.Everything()
}
