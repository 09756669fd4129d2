package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A field is a value that a kind takes.
type field struct {
	name    string
	pattern string // the whole value
	example string
	value   string // a template of the value where none is given; "" where one must be
}

// A kind is something that can be added.
type kind struct {
	fields []field
	next   string                                                // a template of what is to be done then
	insert func(map[string]string) (written []string, err error) // writes where there are no templates
}

const (
	identifier = `[A-Za-z_][A-Za-z0-9_]*`
	hash       = `[0-9a-f]{64}`
)

var kinds = map[string]kind{
	"rule": {
		fields: []field{
			{"NAME", `[a-z][a-z0-9]*(-[a-z0-9]+)*`, "strtol-errno", ""},
			{"WORD", identifier, "strtol", ""},
			{"DIR", `[a-z0-9]+`, "", ""},
		},
		next: "say in doc.md what differs, let match and testdata tell the cases from the look-alikes, then: go generate ./wildebeest/rules && go test ./wildebeest/rules",
	},
	"module": {
		fields: []field{
			{"NAME", `[a-z][a-z0-9]*`, "strverscmp", ""},
			{"FUNCTION", identifier, "strverscmp", "{{.NAME}}"},
			{"HEADER", `[a-z0-9_]+(/[a-z0-9_]+)?`, "string for string.h", "{{.NAME}}"},
			{"GUARD", `[A-Z0-9_]+`, "", ""},
		},
		next: "write {{.FUNCTION}} from its man page and its test against glibc, then: go test ./headers ./conformance/headers -run '/{{.NAME}}'",
	},
	"recipe": {
		fields: []field{
			{"NAME", `[a-z0-9][a-z0-9+.-]*`, "zlib", ""},
			{"VERSION", `[0-9][A-Za-z0-9+.~-]*`, "1.3.1", ""},
			{"URL", `https?://[^\s]+`, "https://zlib.net/zlib-1.3.1.tar.gz", ""},
			{"SHA256", hash, strings.Repeat("0", 64), strings.Repeat("0", 64)},
		},
		next: "say what it is and how it is built, then: bin/bootstrap update {{.NAME}} {{.VERSION}} (which takes the hash) && bin/bootstrap lint {{.NAME}} && bin/bootstrap stage3 {{.NAME}}",
	},
	"release": {
		fields: []field{
			{"VERSION", `[0-9]+\.[0-9]+\.[0-9]+`, "1.2.6", ""},
			{"DATE", `[0-9]{4}-[0-9]{2}-[0-9]{2}`, "2026-03-20", ""},
			{"SHA256", hash + "|-", "the tarball's, or - of an old release that can't be fetched", ""},
		},
		next:   "make generate",
		insert: addRelease,
	},
}

func kindNames() []string { return slices.Sorted(maps.Keys(kinds)) }

// read takes the values of the command line, and derives the others.
func (k kind) read(args []string) (map[string]string, error) {
	values := make(map[string]string)
	for _, arg := range args {
		name, value, ok := strings.Cut(arg, "=")
		if !ok || !slices.ContainsFunc(k.fields, func(f field) bool { return f.name == name }) {
			return nil, fmt.Errorf("%q: write NAME=VALUE, of %s", arg, k.names())
		}
		values[name] = value
	}
	derive(values)
	for _, f := range k.fields {
		if values[f.name] == "" {
			var err error
			if values[f.name], err = fill(f.name, f.value, values); err != nil {
				return nil, err
			}
		}
		if !regexp.MustCompile("^(?:" + f.pattern + ")$").MatchString(values[f.name]) {
			return nil, fmt.Errorf("%s=%s: want one such as %s", f.name, values[f.name], f.example)
		}
	}
	return values, nil
}

// derive adds what follows from the name and the header.
func derive(values map[string]string) {
	values["DIR"] = strings.ReplaceAll(values["NAME"], "-", "")
	header := values["HEADER"]
	if header == "" {
		header = values["NAME"]
	}
	values["GUARD"] = "WILDEBEEST_" + strings.ToUpper(strings.ReplaceAll(values["NAME"]+"_"+header, "/", "_")) + "_H"
}

func (k kind) names() string {
	var names []string
	for _, f := range k.fields {
		if f.example != "" {
			names = append(names, f.name)
		}
	}
	return strings.Join(names, ", ")
}
