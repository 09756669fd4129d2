package meson

import (
	"slices"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

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
		return str(strconv.Itoa(len(of.items)))
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
