package cmake

import (
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// commands are those whose effect is followed.
var commands map[string]func(r *run, c *command, args []value)

func init() {
	commands = map[string]func(r *run, c *command, args []value){
		"set":                     (*run).setCommand,
		"unset":                   (*run).unset,
		"option":                  (*run).option,
		"list":                    (*run).list,
		"string":                  (*run).stringCommand,
		"message":                 (*run).message,
		"execute_process":         (*run).process,
		"include":                 (*run).include,
		"add_subdirectory":        (*run).subdirectory,
		"file":                    (*run).fileCommand,
		"add_executable":          (*run).sources,
		"add_library":             (*run).sources,
		"target_sources":          (*run).sources,
		"add_definitions":         (*run).definitions,
		"add_compile_definitions": (*run).definitions,
		"find_library":            (*run).findLibrary,
		"find_path":               (*run).findHeader,
		"find_file":               (*run).findHeader,
		"find_package":            (*run).findPackage,
		"pkg_check_modules":       (*run).pkgCheck,
		"pkg_search_module":       (*run).pkgCheck,
		"try_compile":             (*run).tryCompile,
		"try_run":                 (*run).tryCompile,
		"cmake_minimum_required":  ignore, "project": ignore, "install": ignore, "add_test": ignore, "target_link_libraries": ignore,
		"target_include_directories": ignore, "target_compile_options": ignore, "target_compile_definitions": ignore,
		"configure_file": ignore, "include_directories": ignore, "mark_as_advanced": ignore, "set_target_properties": ignore, "cmake_policy": ignore,
	}
	for name, check := range checks {
		commands[name] = func(r *run, c *command, args []value) { r.check(c, args, check) }
	}
}

func ignore(*run, *command, []value) {}

func (r *run) setCommand(_ *command, args []value) {
	if len(args) == 0 || !args[0].known {
		return
	}
	var parts []string
	v := value{known: true}
	for _, a := range args[1:] {
		if a.text == "CACHE" {
			if old, ok := r.vars.Get(args[0].text); ok && old.known {
				return
			}
			break
		}
		if a.text == "PARENT_SCOPE" {
			break
		}
		v.known = v.known && a.known
		v.causes = probe.Join(v.causes, a.causes)
		parts = append(parts, a.text)
	}
	v.text = strings.Join(parts, ";")
	v.known = v.known && len(v.text) <= probe.MaxValue
	r.set(args[0].text, v)
}

func (r *run) unset(_ *command, args []value) {
	if len(args) > 0 {
		r.set(args[0].text, text(""))
	}
}

func (r *run) option(_ *command, args []value) {
	if len(args) == 0 {
		return
	}
	if _, ok := r.vars.Get(args[0].text); ok {
		return
	}
	v := text("OFF")
	if len(args) > 2 {
		v = args[2]
	}
	r.set(args[0].text, v)
}

func (r *run) list(_ *command, args []value) {
	if len(args) < 2 {
		return
	}
	name := args[1].text
	v, ok := r.vars.Get(name)
	if args[0].text != "APPEND" || ok && !v.known {
		for _, a := range args[1:] {
			if _, ok := r.vars.Get(a.text); ok && args[0].text != "LENGTH" && args[0].text != "FIND" && args[0].text != "GET" {
				r.set(a.text, value{})
			}
		}
		if last := args[len(args)-1]; args[0].text != "APPEND" {
			r.set(last.text, value{})
		}
		return
	}
	parts := split(v.text)
	v.known = true
	for _, a := range args[2:] {
		v.known = v.known && a.known
		v.causes = probe.Join(v.causes, a.causes)
		parts = append(parts, a.text)
	}
	v.text = strings.Join(parts, ";")
	v.known = v.known && len(v.text) <= probe.MaxValue
	r.set(name, v)
}

func (r *run) message(c *command, args []value) {
	if len(args) > 0 && (args[0].text == "FATAL_ERROR" || args[0].text == "SEND_ERROR") {
		r.stop(c, preproc.Yes, nil)
	}
}

// process follows commands that ask which C library there is.
func (r *run) process(c *command, args []value) {
	outputs := map[string][]string{}
	var words []string
	for i := 0; i < len(args); i++ {
		switch word := args[i].text; word {
		case "OUTPUT_VARIABLE", "ERROR_VARIABLE", "RESULT_VARIABLE", "RESULTS_VARIABLE":
			if i+1 < len(args) {
				i++
				outputs[word] = append(outputs[word], args[i].text)
			}
		case "WORKING_DIRECTORY", "TIMEOUT", "INPUT_FILE", "OUTPUT_FILE", "ERROR_FILE", "ENCODING":
			i++
		case "COMMAND", "OUTPUT_QUIET", "ERROR_QUIET", "OUTPUT_STRIP_TRAILING_WHITESPACE", "ERROR_STRIP_TRAILING_WHITESPACE":
		default:
			words = append(words, word)
		}
	}
	line := strings.Join(words, " ")
	merged := strings.Contains(line, "2>&1") || len(outputs["OUTPUT_VARIABLE"]) > 0 && slices.Equal(outputs["OUTPUT_VARIABLE"], outputs["ERROR_VARIABLE"])
	a, ok := r.log.Command(line, merged, r.reached, r.file, c.at)
	if !ok {
		for _, names := range outputs {
			for _, v := range names {
				r.set(v, value{})
			}
		}
		return
	}
	for _, v := range outputs["OUTPUT_VARIABLE"] {
		r.set(v, value{known: true, text: strings.TrimSpace(a.Stdout), causes: a.Causes})
	}
	for _, v := range outputs["RESULT_VARIABLE"] {
		r.set(v, value{known: true, text: itoa(a.Status), causes: a.Causes})
	}
	if slices.ContainsFunc(args, func(a value) bool { return a.text == "COMMAND_ERROR_IS_FATAL" }) && a.Status != 0 {
		r.stop(c, preproc.Yes, a.Causes)
	}
}
