package scan

import "strings"

// featureMacro is a #define of a feature macro.
type featureMacro struct {
	features
	offset int32
}

// ask notes a #define or #undef of a feature macro. A template's #undef becomes
// a #define where configure finds the macro useful.
func (r *pass) ask(name, value []byte, offset int, undef bool) {
	p := int32(-1)
	if n := len(r.stack); n > 0 {
		p = r.stack[n-1].cond
	}
	if p >= 0 && r.f.conds[p].live == no {
		return
	}
	if undef && !strings.HasSuffix(r.f.path, ".in") {
		return
	}
	a := featureMacro{offset: int32(offset)}
	a.macro(string(name), string(value))
	r.f.asking = append(r.f.asking, a)
}
