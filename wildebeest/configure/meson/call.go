package meson

import (
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// arguments evaluates the arguments of a call; a list is taken as its items.
func (r *run) arguments(n *node) ([]value, map[string]value) {
	kids := n.kids
	if n.op == "method" {
		kids = kids[1:]
	}
	var args []value
	for _, k := range kids {
		args = append(args, r.eval(k))
	}
	by := map[string]value{}
	for _, k := range n.named {
		by[k.name] = r.eval(k.value)
	}
	return args, by
}

// targets are the functions that compile sources.
var targets = map[string]bool{"executable": true, "library": true, "shared_library": true, "static_library": true, "both_libraries": true,
	"shared_module": true, "build_target": true}

// call does a function.
func (r *run) call(n *node) value {
	args, by := r.arguments(n)
	first := value{}
	if len(args) > 0 {
		first = args[0]
	}
	if targets[n.text] {
		for _, a := range args[min(1, len(args)):] {
			r.sources(a)
		}
		r.sources(by["sources"])
		return value{}
	}
	switch n.text {
	case "error":
		r.stop(n, preproc.Yes, nil)
	case "assert":
		r.stop(n, r.truth(first).Not(), first.causes)
	case "get_option":
		return r.options[first.str]
	case "files":
		v := value{kind: list}
		for _, name := range (value{kind: list, items: args}).strings() {
			r.log.Compile(r.path(name), r.reached)
			v.items = append(v.items, str("/"+r.path(name)))
		}
		return v
	case "subdir":
		if first.kind == text {
			dir := path.Join(r.dir, first.str)
			r.log.Enter(dir, r.reached)
			r.load(path.Join(dir, File))
		}
	case "configuration_data":
		return value{kind: configuration, data: map[string]value{}}
	case "run_command":
		return r.command(n, args, by)
	case "dependency":
		return value{kind: library, tri: preproc.Maybe}
	case "set_variable":
		if len(args) > 1 {
			r.set(first.str, args[1])
		}
	case "get_variable":
		if v, ok := r.vars.Get(first.str); ok {
			return v
		}
	case "is_variable":
		v := truth(r.vars.Value(first.str).kind != unknown)
		if v.tri == preproc.No {
			v.tri = preproc.Maybe
		}
		return v
	case "join_paths":
		parts := (value{kind: list, items: args}).strings()
		if len(parts) == len(args) {
			return str(path.Join(parts...))
		}
	}
	return value{}
}

// command runs a command that asks which C library there is.
func (r *run) command(n *node, args []value, by map[string]value) value {
	words := strings.Join((value{kind: list, items: args}).strings(), " ")
	a, ok := r.log.Command(words, strings.Contains(words, "2>&1"), r.reached, r.file, n.at)
	if !ok {
		return value{}
	}
	v := value{kind: result, tri: truth(a.Status == 0).tri, str: a.Stdout, causes: a.Causes}
	if check := by["check"]; check.kind == boolean && check.tri == preproc.Yes {
		r.stop(n, v.tri.Not(), v.causes)
	}
	return v
}

// method does a method of an object.
func (r *run) method(n *node) value {
	of := r.eval(n.kids[0])
	args, by := r.arguments(n)
	var v value
	switch of.kind {
	case compiler:
		return r.check(n, args, by)
	case configuration:
		v = r.configure(of, n.text, args)
	case feature:
		v = r.feature(n, of, args)
	case library:
		if n.text == "found" {
			v = value{kind: boolean, tri: of.tri}
		}
	case result:
		v = ofResult(of, n.text)
	case text:
		v = r.ofText(of, n.text, args)
	case list:
		v = r.ofList(of, n.text, args)
	case dictionary:
		if n.text == "get" && len(args) > 0 {
			if i := slices.Index(of.keys, args[0].str); i >= 0 {
				v = of.items[i]
			} else if len(args) > 1 {
				v = args[1]
			}
		}
	case system:
		switch n.text {
		case "get_compiler":
			v = value{kind: compiler}
		case "system":
			v = str("linux")
		case "current_source_dir":
			v = str("/" + r.dir)
		}
	case boolean:
		if n.text == "to_int" && of.tri != preproc.Maybe {
			v = str(map[preproc.Tri]string{preproc.No: "0", preproc.Yes: "1"}[of.tri])
		}
	}
	v.causes = probe.Join(v.causes, of.causes)
	return v
}

func (r *run) ofList(of value, method string, args []value) value {
	switch {
	case method == "length":
		return value{}
	case method == "contains" && len(args) > 0:
		return r.in(args[0], of)
	case method == "get" && len(args) > 1:
		return args[1]
	}
	return value{}
}

func ofResult(of value, method string) value {
	switch method {
	case "stdout":
		return str(of.str)
	case "stderr":
		return value{}
	case "returncode":
		if of.tri == preproc.Maybe {
			return value{}
		}
		return str(map[preproc.Tri]string{preproc.Yes: "0", preproc.No: "1"}[of.tri])
	case "compiled":
		return value{kind: boolean, tri: of.tri}
	}
	return value{}
}

func (r *run) ofText(of value, method string, args []value) value {
	first := ""
	if len(args) > 0 {
		if args[0].kind != text && method != "format" {
			return value{}
		}
		first = args[0].str
	}
	switch method {
	case "contains":
		return truth(strings.Contains(of.str, first))
	case "startswith":
		return truth(strings.HasPrefix(of.str, first))
	case "endswith":
		return truth(strings.HasSuffix(of.str, first))
	case "strip":
		return str(strings.TrimSpace(of.str))
	case "to_upper":
		return str(strings.ToUpper(of.str))
	case "to_lower":
		return str(strings.ToLower(of.str))
	case "underscorify":
		return str(strings.Map(func(c rune) rune {
			if c < 0x80 && isWord(byte(c)) {
				return c
			}
			return '_'
		}, of.str))
	case "split":
		v := value{kind: list}
		parts := strings.Fields(of.str)
		if len(args) > 0 {
			parts = strings.Split(of.str, first)
		}
		for _, part := range parts {
			v.items = append(v.items, str(part))
		}
		return v
	case "format":
		return format(of.str, args)
	case "replace":
		if len(args) > 1 && first != "" {
			return str(strings.ReplaceAll(of.str, first, args[1].str))
		}
	}
	return value{}
}

// format puts arguments in the place of @0@, @1@ and so on.
func format(s string, args []value) value {
	for i, a := range args {
		place := "@" + string(rune('0'+i%10)) + "@"
		if !strings.Contains(s, place) {
			continue
		}
		if a.kind != text {
			return value{}
		}
		s = strings.ReplaceAll(s, place, a.str)
	}
	return str(s)
}

// feature does a method of an option that is enabled, disabled or auto.
func (r *run) feature(n *node, of value, args []value) value {
	is := func(b bool) value { return truth(b) }
	switch n.text {
	case "enabled":
		return is(of.tri == preproc.Yes)
	case "disabled":
		return is(of.tri == preproc.No)
	case "auto":
		return is(of.tri == preproc.Maybe)
	case "allowed":
		return is(of.tri != preproc.No)
	case "require", "disable_auto_if", "enable_auto_if", "disable_if", "enable_if":
		if len(args) == 0 {
			return of
		}
		holds := r.truth(args[0])
		if n.text == "require" {
			if of.tri == preproc.Yes {
				r.stop(n, holds.Not(), args[0].causes)
			}
			if holds == preproc.No {
				of.tri = preproc.No
			}
			return of
		}
		if holds == preproc.Maybe {
			return value{causes: args[0].causes}
		}
		auto := of.tri == preproc.Maybe || !strings.Contains(n.text, "auto")
		if holds == preproc.Yes && auto {
			of.tri = truth(strings.HasPrefix(n.text, "enable")).tri
		}
		return of
	}
	return value{}
}

// configure does a method of what becomes a config.h.
func (r *run) configure(of value, method string, args []value) value {
	if len(args) == 0 || args[0].kind != text {
		return value{}
	}
	name := args[0].str
	switch method {
	case "set", "set10", "set_quoted":
		v := value{}
		if len(args) > 1 {
			v = args[1]
		}
		if method == "set10" && v.kind == boolean && v.tri != preproc.Maybe {
			v = value{kind: text, str: map[preproc.Tri]string{preproc.No: "0", preproc.Yes: "1"}[v.tri], causes: v.causes}
		}
		if method == "set_quoted" {
			v.kind = unknown
		}
		r.defined(name, v)
		if r.reached == preproc.Maybe {
			v = value{causes: v.causes}
		}
		if r.reached != preproc.No {
			of.data[name] = v
		}
	case "get":
		if v, ok := of.data[name]; ok {
			return v
		}
		if len(args) > 1 {
			return args[1]
		}
	case "has":
		if _, ok := of.data[name]; ok {
			return truth(true)
		}
		return value{kind: boolean, tri: preproc.Maybe}
	}
	return value{}
}

// defined notes a macro of the configuration.
func (r *run) defined(name string, v value) {
	tri := preproc.Maybe
	switch {
	case v.kind == boolean:
		tri = v.tri
	case v.kind == text && v.str == "0":
		tri = preproc.No
	case v.kind == text:
		tri = preproc.Yes
	}
	if tri == preproc.Yes || r.reached != preproc.Yes {
		tri = min(tri, r.reached)
	}
	r.log.Define(name, tri)
}
