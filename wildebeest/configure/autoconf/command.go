package autoconf

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"mvdan.cc/sh/v3/syntax"
)

// status is whether a command succeeds, and the checks that decide that.
type status struct {
	success preproc.Tri
	causes  []probe.Cause
}

// call executes a command that is one of ours, a test, or a function of the script.
func (r *run) call(c *syntax.CallExpr) status {
	for _, a := range c.Assigns {
		if a.Name != nil && len(c.Args) == 0 {
			v := literal("")
			if a.Value != nil {
				v = r.word(a.Value)
			}
			r.set(a.Name.Value, v)
		}
	}
	if len(c.Args) == 0 {
		return status{success: preproc.Yes}
	}
	args := make([]value, len(c.Args))
	for i, w := range c.Args {
		args[i] = r.word(w)
	}
	second := ""
	if len(args) > 1 {
		second = args[1].text
	}
	switch name := args[0].text; name {
	case checkCommand:
		if i, err := strconv.Atoi(second); err == nil && i < len(r.checks) {
			k := r.checks[i]
			if k.named != nil {
				if len(args) < 3 || !args[2].known {
					return status{success: preproc.Maybe}
				}
				k.ask = func(w *probe.Log) (preproc.Tri, []string) { return k.named(w, args[2].text) }
			}
			return r.check(&k)
		}
	case stopCommand:
		if i, err := strconv.Atoi(second); err == nil && i < len(r.places) {
			at := r.places[i]
			r.log.Error(at.file+":"+second, at.file, at.at, r.reached, r.causes)
		}
		return status{success: preproc.Yes}
	case defineCommand:
		defined := r.reached
		if len(args) > 2 {
			defined = preproc.No
		}
		r.log.Define(second, defined)
	case conditionCommand:
		if len(args) > 2 {
			r.log.Decide(second, args[2].text == "1", r.reached)
		}
		return status{success: preproc.Yes}
	case ":", "true":
		return status{success: preproc.Yes}
	case "false":
		return status{success: preproc.No}
	case "test", "[":
		args = args[1:]
		if n := len(args); name == "[" && n > 0 {
			args = args[:n-1]
		}
		t := test{run: r, args: args}
		success := t.or()
		return status{success, t.causes}
	case "unset":
		r.set(second, literal(""))
	default:
		if f, ok := r.functions[name]; ok {
			return r.statement(f)
		}
		if v, found := r.answer(c); found {
			return v
		}
	}
	return status{success: preproc.Maybe}
}

// answer is the status of a command that asks which C library there is.
func (r *run) answer(c *syntax.CallExpr) (status, bool) {
	a, ok := r.ask(print(c), false)
	return status{preproc.Truth(a.Status == 0), a.Causes}, ok
}

// ask answers a command that asks which C library there is, at the first place of the
// file that has its name.
func (r *run) ask(command string, merged bool) (probe.Answer, bool) {
	at := max(strings.Index(r.text, "ldd --version"), strings.Index(r.text, "GNU_LIBC_VERSION"), 0)
	return r.log.Command(command, merged, r.reached, r.file, at)
}

// check is the status of a check, whose answer its variable keeps.
func (r *run) check(k *check) status {
	found, missing := k.ask(r.log)
	if k.want != nil {
		k.want(r.log, r.reached)
	}
	st := status{success: found}
	if found == preproc.No {
		for _, name := range missing {
			st.causes = append(st.causes, probe.Cause{Name: name, File: k.at.file, At: k.at.at})
		}
	}
	if k.variable != "" {
		v := value{causes: st.causes}
		if found != preproc.Maybe {
			v = literal(map[preproc.Tri]string{preproc.Yes: "yes", preproc.No: "no"}[found])
			v.causes = st.causes
		}
		r.set(k.variable, v)
	}
	if k.define != "" && found != preproc.Maybe {
		r.log.Define(k.define, min(found, r.reached))
	}
	return st
}
