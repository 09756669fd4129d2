package cmake

import (
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// isRequired tells whether a command ends the configuration where it finds nothing.
func isRequired(args []value) bool {
	return slices.ContainsFunc(args, func(a value) bool { return a.text == "REQUIRED" })
}

// wantLibrary notes the first name of a library that a C library does not have.
func (r *run) wantLibrary(args []value) {
	for _, a := range args[min(1, len(args)):] {
		if a.text == "NAMES" {
			continue
		}
		if options[a.text] || !a.known {
			return
		}
		if r.log.Library(a.text) == preproc.Maybe {
			r.log.Want(probe.Linked, a.text, isRequired(args), r.reached)
		}
		return
	}
}

// modules are the words of pkg_check_modules that are no names of modules.
var modules = map[string]bool{"REQUIRED": true, "QUIET": true, "IMPORTED_TARGET": true, "GLOBAL": true, "NO_CMAKE_PATH": true, "NO_CMAKE_ENVIRONMENT_PATH": true}

// pkgCheck is pkg_check_modules, and pkg_search_module, which takes one of its names.
func (r *run) pkgCheck(c *command, args []value) {
	if len(args) == 0 {
		return
	}
	r.set(args[0].text+"_FOUND", value{})
	required := isRequired(args) && c.name == "pkg_check_modules"
	for _, a := range args[1:] {
		for _, word := range split(a.text) {
			if a.known && !modules[word] {
				name, _, _ := strings.Cut(word, ">")
				name, _, _ = strings.Cut(name, "=")
				r.log.Want(probe.PkgConfig, strings.TrimSpace(name), required, r.reached)
			}
		}
	}
}
