package meson

import (
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

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
