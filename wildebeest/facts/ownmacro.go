package facts

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// An ownMacro is a macro that the file defines for itself, as a condition of its own may
// ask for it: what is known of it with one of the libraries.
type ownMacro struct {
	defined preproc.Tri
	value   preproc.Value
}

// ownMacros are those of a file with the two libraries, by name.
type ownMacros struct{ musl, glibc map[string]ownMacro }

// set notes a definition where it is reached.
func set(macros *map[string]ownMacro, name string, reached preproc.Tri, value preproc.Value) {
	if *macros == nil {
		*macros = map[string]ownMacro{}
	}
	if reached == preproc.No { // the file defines it, and not with this library
		if _, before := (*macros)[name]; !before {
			(*macros)[name] = ownMacro{}
		}
		return
	}
	if old := (*macros)[name]; old.defined != preproc.No && old.value != value && min(old.defined, reached) == preproc.Maybe {
		value = preproc.Unknown // one of two
	}
	(*macros)[name] = ownMacro{max(reached, (*macros)[name].defined), value}
}

// own notes a macro that is no name of the libraries, at its name in a #define.
func (r *pass) own(t lex.Token) {
	line := r.lex.Within(ahead)
	rest := line.Rest()
	if len(rest) > 0 && rest[0] == '(' {
		return // with parameters
	}
	musl, glibc := preproc.Yes, preproc.Yes
	if p := r.here(t); p.Cond >= 0 {
		musl, glibc = r.f.conds[p.Cond].live, r.f.conds[p.Cond].liveGlibc
	}
	value, isSwitch := preproc.Unknown, isSwitch(rest)
	if n, err := strconv.ParseInt(strings.Trim(string(bytes.TrimSpace(rest)), "()"), 0, 64); err == nil {
		value, isSwitch = preproc.Number(n), true
	}
	if isSwitch && !r.full() {
		r.f.Switches = append(r.f.Switches, Switch{hash(r.src[t.Start:t.End]), r.here(t).Cond})
	}
	name := r.text(t)
	set(&r.owns.musl, name, musl, value)
	set(&r.owns.glibc, name, glibc, value)
}

// disown forgets a macro, at an #undef.
func (r *pass) disown(name string) {
	delete(r.owns.musl, name)
	delete(r.owns.glibc, name)
}
