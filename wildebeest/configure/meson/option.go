package meson

import (
	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// optionFiles declare the options of a project, the newer name first.
var optionFiles = []string{"meson.options", "meson_options.txt"}

// option notes the default of an option. One that chooses the C library is musl on
// musl.
func (r *run) option(n *node) {
	if n.op != "call" || n.text != "option" || len(n.kids) == 0 {
		return
	}
	_, by := r.arguments(n)
	v, given := by["value"]
	switch by["type"].str {
	case "boolean":
		if !given {
			v = truth(true)
		} else if v.kind == text {
			v = truth(v.str == "true")
		}
	case "feature":
		tri := preproc.Maybe
		switch v.str {
		case "enabled":
			tri = preproc.Yes
		case "disabled":
			tri = preproc.No
		}
		v = value{kind: feature, tri: tri}
	case "combo":
		choices := by["choices"].items
		if !given && len(choices) > 0 {
			v = choices[0]
		}
		for _, c := range choices {
			if is, ok := probe.Library(r.log, c.str); ok && is == preproc.Yes {
				v = c
				v.causes = []probe.Cause{{Name: "libc"}}
			}
		}
	case "string":
		if !given {
			v = str("")
		}
	}
	r.options[n.kids[0].text] = v
}
