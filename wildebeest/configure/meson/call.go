package meson

import (
	"path"
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
		for _, name := range (value{kind: list, items: args}).strings() {
			r.log.Want(probe.PkgConfig, name, len(args) == 1 && r.required(by) == preproc.Yes, r.reached)
		}
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

// required is the argument of that name: whether the configuration ends where what is
// looked for is not there. An option that is auto does not end it.
func (r *run) required(by map[string]value) preproc.Tri {
	v, ok := by["required"]
	switch {
	case !ok:
		return preproc.Yes
	case v.kind == boolean || v.kind == feature:
		return v.tri
	}
	return preproc.Maybe
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
