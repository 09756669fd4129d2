package cmake

import (
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
)

func (r *run) stringCommand(_ *command, args []value) {
	if len(args) < 3 {
		return
	}
	switch args[0].text {
	case "REGEX":
		r.regex(args[1:])
	case "STRIP":
		r.set(args[2].text, mapped(args[1], strings.TrimSpace))
	case "TOLOWER":
		r.set(args[2].text, mapped(args[1], strings.ToLower))
	case "TOUPPER":
		r.set(args[2].text, mapped(args[1], strings.ToUpper))
	case "FIND":
		if len(args) > 3 {
			v := joined(args[1:3])
			at := text(itoa(strings.Index(args[1].text, args[2].text)))
			r.set(args[3].text, value{known: v.known, text: at.text, causes: v.causes})
		}
	default:
		for _, a := range args[1:] {
			if _, ok := r.vars.Get(a.text); ok {
				r.set(a.text, value{})
			}
		}
	}
}

func mapped(v value, f func(string) string) value {
	v.text = f(v.text)
	return v
}

// joined is the text of several values.
func joined(args []value) value {
	v := value{known: true}
	for _, a := range args {
		v.known = v.known && a.known
		v.causes = probe.Join(v.causes, a.causes)
		v.text += a.text
	}
	return v
}

// regex does string(REGEX MATCH …), MATCHALL and REPLACE.
func (r *run) regex(args []value) {
	first := 3
	if args[0].text == "REPLACE" {
		first = 4
	}
	if len(args) < first {
		return
	}
	out := args[first-1].text
	in := joined(args[first:])
	re, err := regexp.Compile(args[1].text)
	if err != nil || !args[1].known || !in.known {
		r.set(out, value{causes: in.causes})
		for i := range maxGroups {
			r.set("CMAKE_MATCH_"+itoa(i), value{causes: in.causes})
		}
		return
	}
	if first == 4 {
		r.set(out, value{known: true, text: re.ReplaceAllString(in.text, groups.ReplaceAllString(args[2].text, "$${$1}")), causes: in.causes})
		return
	}
	m := re.FindStringSubmatch(in.text)
	found := ""
	if m != nil {
		found = m[0]
	}
	r.set(out, value{known: true, text: found, causes: in.causes})
	for i := range maxGroups {
		group := ""
		if i < len(m) {
			group = m[i]
		}
		r.set("CMAKE_MATCH_"+itoa(i), value{known: true, text: group, causes: in.causes})
	}
}

// maxGroups is the number of CMAKE_MATCH_n.
const maxGroups = 10

// groups are references to groups in a replacement.
var groups = regexp.MustCompile(`\\(\d)`)
