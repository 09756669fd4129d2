package meson

import (
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

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
