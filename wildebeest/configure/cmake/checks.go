package cmake

import (
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// checks are the commands of CMake's modules that set a variable to whether
// something is there; each says so and what is missing.
var checks = map[string]check{
	"check_include_file":         {header: true, out: 1, ask: headersOf},
	"check_include_file_cxx":     {header: true, out: 1, ask: headersOf},
	"check_include_files":        {header: true, out: 1, ask: headersOf},
	"check_function_exists":      {out: 1, ask: symbolOf},
	"check_variable_exists":      {out: 1, ask: symbolOf},
	"check_symbol_exists":        {out: 2, ask: symbolIn},
	"check_cxx_symbol_exists":    {out: 2, ask: symbolIn},
	"check_prototype_definition": {out: 4, ask: symbolOf},
	"check_library_exists":       {out: 3, ask: libraryWith},
	"check_struct_has_member":    {out: 3, ask: memberOf},
	"check_type_size":            {out: 1, ask: symbolOf},
	"check_c_source_compiles":    {out: 1, ask: sourceOf},
	"check_cxx_source_compiles":  {out: 1, ask: sourceOf},
	"check_c_source_runs":        {out: 1, ask: sourceOf},
	"check_cxx_source_runs":      {out: 1, ask: sourceOf},
	"check_source_compiles":      {out: 2, ask: sourceAfterLanguage},
	"check_source_runs":          {out: 2, ask: sourceAfterLanguage},
}

// check is a command's form: the place of its variable, and the question.
type check struct {
	header bool // it looks for headers alone
	out    int
	ask    func(w *probe.Log, args []value) (preproc.Tri, []string)
}

func headersOf(w *probe.Log, args []value) (preproc.Tri, []string) {
	found, missing := preproc.Yes, []string(nil)
	for _, h := range split(args[0].text) {
		has := w.Header(h)
		if has == preproc.No {
			missing = append(missing, h)
		}
		found = min(found, has)
	}
	return found, missing
}

func symbolOf(w *probe.Log, args []value) (preproc.Tri, []string) {
	return named(w.Symbol(args[0].text, nil), args[0].text)
}

func named(found preproc.Tri, name string) (preproc.Tri, []string) { return found, []string{name} }

func symbolIn(w *probe.Log, args []value) (preproc.Tri, []string) {
	headers := split(args[1].text)
	for _, h := range headers {
		if w.Header(h) == preproc.No {
			name := args[0].text
			if w.Symbol(name, nil) != preproc.No {
				name = h
			}
			return preproc.No, []string{name}
		}
	}
	return named(w.Symbol(args[0].text, headers), args[0].text)
}

func libraryWith(w *probe.Log, args []value) (preproc.Tri, []string) {
	switch w.Library(args[0].text) {
	case preproc.No:
		return preproc.No, []string{"-l" + args[0].text}
	case preproc.Yes:
		return named(w.Symbol(args[1].text, nil), args[1].text)
	}
	return preproc.Maybe, nil
}

func memberOf(w *probe.Log, args []value) (preproc.Tri, []string) {
	name := args[0].text + "." + args[1].text
	return named(w.Symbol(name, nil), name)
}

func sourceOf(w *probe.Log, args []value) (preproc.Tri, []string) { return w.Source(args[0].text) }

func sourceAfterLanguage(w *probe.Log, args []value) (preproc.Tri, []string) {
	return w.Source(args[1].text)
}

// check sets the variable of a check.
func (r *run) check(c *command, args []value, k check) {
	if len(args) <= k.out || !args[k.out].known {
		return
	}
	out := args[k.out].text
	for _, a := range args[:k.out] {
		if !a.known {
			r.set(out, value{})
			return
		}
	}
	found, missing := k.ask(r.log, args)
	v := r.found(c, found, "1", "", missing)
	if found == preproc.No && r.given(k.header) {
		v.known = false // what CMAKE_REQUIRED_… names may have it
	}
	r.set(out, v)
	r.set("HAVE_"+out, v) // of check_type_size
	if v.known {
		r.log.Define(out, found)
	}
}

// found is the value of a check.
func (r *run) found(c *command, found preproc.Tri, yes, no string, missing []string) value {
	switch found {
	case preproc.Yes:
		return text(yes)
	case preproc.No:
		v := text(no)
		for _, name := range missing {
			v.causes = append(v.causes, probe.Cause{Name: name, File: r.file, At: c.at})
		}
		return v
	}
	return value{}
}

// given reports whether checks look at libraries or directories that are not the
// C library's.
func (r *run) given(headers bool) bool {
	names := []string{"CMAKE_REQUIRED_INCLUDES"}
	if !headers {
		names = append(names, "CMAKE_REQUIRED_LIBRARIES", "CMAKE_REQUIRED_LINK_DIRECTORIES")
	}
	return slices.ContainsFunc(names, func(name string) bool {
		v, ok := r.vars.Get(name)
		if ok && !v.known {
			return true
		}
		return slices.ContainsFunc(split(v.text), func(lib string) bool { return r.log.Library(strings.TrimPrefix(lib, "-l")) != preproc.Yes })
	})
}

// options are the words that end the names of find_library and its like.
var options = map[string]bool{"HINTS": true, "PATHS": true, "PATH_SUFFIXES": true, "DOC": true, "REQUIRED": true, "NO_DEFAULT_PATH": true, "NO_CACHE": true,
	"NAMES_PER_DIR": true, "NO_CMAKE_PATH": true, "NO_CMAKE_FIND_ROOT_PATH": true, "ENV": true, "VALIDATOR": true, "NO_CMAKE_SYSTEM_PATH": true, "REGISTRY_VIEW": true}

// find looks for the first of several names that is there.
func (r *run) find(c *command, args []value, has func(string) preproc.Tri, label string) {
	if len(args) < 2 {
		return
	}
	found, required := preproc.No, false
	var missing []string
	names := true
	for _, a := range args[1:] {
		switch {
		case a.text == "REQUIRED":
			required, names = true, false
		case a.text == "NAMES":
			names = true
		case options[a.text]:
			names = false
		case names && !a.known:
			found = max(found, preproc.Maybe)
		case names:
			found = max(found, has(a.text))
			missing = append(missing, label+a.text)
		}
	}
	out := args[0].text
	v := r.found(c, found, "/usr/"+out, out+"-NOTFOUND", missing)
	r.set(out, v)
	if required {
		r.stop(c, found.Not(), v.causes)
	}
}

func (r *run) findLibrary(c *command, args []value) {
	r.wantLibrary(args)
	r.find(c, args, func(name string) preproc.Tri {
		return r.log.Library(strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(name, "lib"), ".so"), ".a"))
	}, "-l")
}

func (r *run) findHeader(c *command, args []value) { r.find(c, args, r.log.Header, "") }

// packages are the packages that CMake's own modules find by a header.
var packages = map[string]string{"Backtrace": "execinfo.h"}

func (r *run) findPackage(c *command, args []value) {
	if len(args) == 0 {
		return
	}
	name := args[0].text
	header, ok := packages[name]
	if !ok {
		r.log.Want(probe.Package, name, isRequired(args), r.reached)
		r.set(name+"_FOUND", value{})
		return
	}
	found := r.log.Header(header)
	v := r.found(c, found, "TRUE", "FALSE", []string{header})
	r.set(name+"_FOUND", v)
	if isRequired(args) {
		r.stop(c, found.Not(), v.causes)
	}
}

// tryCompile builds test programs: files of the tree, those written before, or text.
func (r *run) tryCompile(c *command, args []value) {
	if len(args) < 2 {
		return
	}
	outs := []string{args[0].text}
	if c.name == "try_run" {
		outs = []string{args[0].text, args[1].text}
	}
	found, missing := preproc.Yes, []string(nil)
	seen := false
	for i, a := range args[1:] {
		source, ok := r.files[a.text]
		if !ok && a.known && strings.Contains(a.text, ".") {
			source.text, source.known = r.log.Read(r.inTree(a.text))
			ok = source.known
		}
		if !ok && i >= 1 && (args[i-1].text == "SOURCE_FROM_CONTENT" || args[i-1].text == "SOURCE_FROM_VAR") {
			source, ok = a, true
			if args[i-1].text == "SOURCE_FROM_VAR" {
				source = r.vars.Value(a.text)
			}
		}
		if ok && source.known {
			seen = true
			has, without := r.log.Source(source.text)
			found = min(found, has)
			missing = append(missing, without...)
		}
	}
	if !seen || slices.ContainsFunc(args, func(a value) bool { return a.text == "LINK_LIBRARIES" }) && found == preproc.No && r.given(false) {
		found = preproc.Maybe
	}
	for _, out := range outs {
		r.set(out, r.found(c, found, "1", "", missing))
	}
}
