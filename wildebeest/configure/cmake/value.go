package cmake

import (
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
)

// value is what a variable holds: its text, or unknown, and the checks that made it so.
type value struct {
	known  bool
	text   string
	causes []probe.Cause
}

func text(s string) value { return value{known: len(s) <= probe.MaxValue, text: s} }

// merge is what a variable holds where either value is possible.
func merge(a, b value) value {
	if a.known && b.known && a.text == b.text {
		return b
	}
	return value{causes: probe.Join(a.causes, b.causes)}
}

// listed are the items of foreach(x IN LISTS … ITEMS …), where all are known.
func (r *run) listed(args []value) (items []value, known bool) {
	mode := ""
	for _, a := range args {
		switch {
		case a.text == "LISTS" || a.text == "ITEMS" || a.text == "ZIP_LISTS":
			mode = a.text
		case mode == "LISTS":
			v, ok := r.vars.Get(a.text)
			if !ok || !v.known {
				return nil, false
			}
			for _, part := range split(v.text) {
				items = append(items, text(part))
			}
		case mode == "ITEMS":
			items = append(items, a)
		default:
			return nil, false
		}
	}
	return items, true
}

// split is the elements of a list.
func split(list string) []string {
	return slices.DeleteFunc(strings.Split(list, ";"), func(s string) bool { return s == "" })
}
