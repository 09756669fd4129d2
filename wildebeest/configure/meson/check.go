package meson

import (
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// question is what a method of a compiler asks: what is there, and what is missing.
type question func(r *run, args []string, by map[string]value) (preproc.Tri, []string)

// questions are the methods of a compiler whose answers depend on the C library.
var questions = map[string]question{
	"has_header":        hasHeader,
	"check_header":      hasHeader,
	"has_function":      hasSymbol,
	"has_type":          hasSymbol,
	"has_header_symbol": hasHeaderSymbol,
	"has_member":        hasMembers,
	"has_members":       hasMembers,
	"find_library":      hasLibrary,
	"compiles":          builds,
	"links":             builds,
	"run":               builds,
}

func hasHeader(r *run, args []string, _ map[string]value) (preproc.Tri, []string) {
	return r.log.Header(args[0]), args[:1]
}

// includes are the headers that a prefix: names.
func includes(by map[string]value) []string {
	var out []string
	for _, text := range by["prefix"].strings() {
		for _, m := range included.FindAllStringSubmatch(text, -1) {
			out = append(out, m[1])
		}
	}
	return out
}

var included = regexp.MustCompile(`#\s*include\s*[<"]([^>"]+)[>"]`)

// hasSymbol: a function that its headers do not declare is looked for in the library.
func hasSymbol(r *run, args []string, by map[string]value) (preproc.Tri, []string) {
	headers := includes(by)
	for _, h := range headers {
		if r.log.Header(h) == preproc.No {
			return preproc.No, []string{args[0]}
		}
	}
	return r.log.Symbol(args[0], nil), args[:1]
}

func hasHeaderSymbol(r *run, args []string, _ map[string]value) (preproc.Tri, []string) {
	if len(args) < 2 {
		return preproc.Maybe, nil
	}
	switch r.log.Header(args[0]) {
	case preproc.No:
		return preproc.No, args[:1]
	case preproc.Maybe:
		return preproc.Maybe, nil
	}
	return r.log.Symbol(args[1], args[:1]), args[1:2]
}

func hasMembers(r *run, args []string, _ map[string]value) (preproc.Tri, []string) {
	found := preproc.Yes
	var missing []string
	for _, member := range args[1:] {
		has := r.log.Symbol(args[0]+"."+member, nil)
		found = min(found, has)
		if has == preproc.No {
			missing = append(missing, args[0]+"."+member)
		}
	}
	return found, missing
}

func hasLibrary(r *run, args []string, by map[string]value) (preproc.Tri, []string) {
	found := r.log.Library(args[0])
	if found == preproc.Maybe {
		r.log.Want(probe.Linked, args[0], r.required(by) == preproc.Yes, r.reached)
	}
	for _, h := range by["has_headers"].strings() {
		found = min(found, r.log.Header(h))
	}
	return found, []string{"-l" + args[0]}
}

func builds(r *run, args []string, by map[string]value) (preproc.Tri, []string) {
	text := args[0]
	if name, ok := strings.CutPrefix(text, "/"); ok { // a file, if it is none of C's comments
		if src, ok := r.log.Read(name); ok {
			text = src
		}
	}
	return r.log.Source(strings.Join(by["prefix"].strings(), "\n") + "\n" + text)
}

// check does a method of a compiler.
func (r *run) check(n *node, args []value, by map[string]value) value {
	isLibrary := n.text == "find_library"
	unsure := value{kind: boolean, tri: preproc.Maybe}
	if isLibrary {
		unsure.kind = library
	}
	ask, ok := questions[n.text]
	if !ok && len(args) > 0 && (n.text == "get_define" || n.text == "has_define") && (args[0].str == "__GLIBC__" || args[0].str == "__GNU_LIBRARY__") {
		return r.ofGlibc(n, args[0].str)
	}
	if !ok && len(args) > 0 && n.text == "sizeof" {
		return r.size(n, args[0].str)
	}
	if !ok {
		if strings.HasPrefix(n.text, "has_") {
			return unsure
		}
		return value{}
	}
	required := value{kind: boolean, tri: truth(isLibrary).tri}
	if v, ok := by["required"]; ok {
		required = v
	}
	if required.kind == feature && required.tri == preproc.No || by["disabler"].tri == preproc.Yes {
		unsure.tri = preproc.No
		return unsure
	}
	words := (value{kind: list, items: args}).strings()
	if len(words) == 0 || len(args) > 0 && args[0].kind == list && len(args[0].items) > 0 && args[0].items[0].kind != text {
		return unsure
	}
	found, missing := ask(r, words, by)
	v := value{kind: unsure.kind, tri: found}
	if n.text == "run" {
		v = value{kind: result, tri: found}
	}
	if found == preproc.No {
		v.causes = r.missing(n, missing...)
	}
	if found == preproc.No && r.given(by) {
		v.tri = preproc.Maybe // what the dependencies give may have it
	}
	r.demand(n, v, required)
	return v
}

// demand notes that a check that fails ends the configuration.
func (r *run) demand(n *node, v, required value) {
	needed := preproc.No
	switch {
	case required.kind == boolean:
		needed = required.tri
	case required.kind == feature && required.tri == preproc.Yes:
		needed = preproc.Yes
	case required.kind == unknown:
		needed = preproc.Maybe
	}
	if needed != preproc.No && v.tri != preproc.Yes {
		r.stop(n, min(needed, v.tri.Not()), probe.Join(v.causes, required.causes))
	}
}

// given reports whether a check looks at what is not the C library's.
func (r *run) given(by map[string]value) bool {
	for _, name := range []string{"dependencies", "include_directories", "dirs"} {
		v, ok := by[name]
		switch {
		case !ok || v.kind == library && v.tri == preproc.No || v.kind == list && len(v.items) == 0:
		default:
			return true
		}
	}
	return false
}

// ofGlibc is what a compiler says of a macro that glibc defines and musl does not.
func (r *run) ofGlibc(n *node, name string) value {
	var v value
	switch {
	case n.text == "has_define":
		v = truth(!r.log.Musl())
	case r.log.Musl():
		v = str("")
	default:
		v = str("2")
	}
	if r.log.Musl() {
		v.causes = r.missing(n, name)
	}
	return v
}

// size is that of a type: -1 of one that is not there, else who knows.
func (r *run) size(n *node, name string) value {
	if r.log.Symbol(name, nil) != preproc.No {
		return value{}
	}
	v := str("-1")
	v.causes = r.missing(n, name)
	return v
}
