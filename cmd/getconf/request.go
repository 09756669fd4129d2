package main

import (
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/libc"
)

// request is what one command line asks for.
type request struct {
	libc *libc.Libc
	help string     // a text to print and nothing else
	all  bool       // -a: every variable
	name *libc.Name // or this one
	path string     // the path for path variables
}

// errUsage says that the command line is not one of the documented forms.
var errUsage error = usageError{}

type usageError struct{}

func (usageError) Error() string { return "usage" }

// parse reads the arguments after the program's name. The rules are those
// observed on glibc 2.36: --help and --version count only as the first
// argument, one -v (with its value attached or not) may come next, then -a or
// one --, and what is left is a name and, for path variables only, a path.
// --libc=LIBC, before all of them, is ours.
func parse(args []string, libcName string) (*request, error) {
	const option = "--libc="
	if len(args) > 0 && strings.HasPrefix(args[0], option) {
		libcName, args = args[0][len(option):], args[1:]
	}
	asked, err := libc.Find(libcName)
	if err != nil {
		return nil, &failure{exitUsage, err.Error()}
	}
	if len(args) > 0 && args[0] == "--help" {
		return &request{help: helpText}, nil
	}
	if len(args) > 0 && args[0] == "--version" {
		return &request{help: versionText}, nil
	}
	if len(args) > 0 && strings.HasPrefix(args[0], "-v") {
		used := 1
		if args[0] == "-v" {
			used = 2
		}
		if len(args) <= used {
			return nil, errUsage
		}
		args = args[used:]
	}
	if len(args) > 0 && args[0] == "-a" {
		return parseAll(asked, args[1:])
	}
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	return parseName(asked, args)
}

func parseAll(asked *libc.Libc, args []string) (*request, error) {
	switch len(args) {
	case 0:
		return &request{libc: asked, all: true, path: "/"}, nil
	case 1:
		return &request{libc: asked, all: true, path: args[0]}, nil
	}
	return nil, errUsage
}

func parseName(asked *libc.Libc, args []string) (*request, error) {
	if len(args) == 0 || len(args) > 2 {
		return nil, errUsage
	}
	found := asked.Name(args[0])
	if found == nil {
		return nil, unrecognized(args[0])
	}
	if found.NeedsPath() != (len(args) == 2) {
		return nil, errUsage
	}
	r := &request{libc: asked, name: found}
	if len(args) == 2 {
		r.path = args[1]
	}
	return r, nil
}

func unrecognized(spelling string) error {
	return &failure{exitUsage, "Unrecognized variable `" + spelling + "'"}
}
