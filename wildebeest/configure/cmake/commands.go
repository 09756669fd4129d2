package cmake

import (
	"path"
	"regexp"
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

// inTree is the path of a file that a command names, in the tree.
func (r *run) inTree(name string) string {
	if strings.HasPrefix(name, "/") {
		return strings.TrimPrefix(path.Clean(name), "/")
	}
	return path.Join(r.dir, name)
}

func (r *run) include(_ *command, args []value) {
	if len(args) == 0 || !args[0].known {
		return
	}
	name := args[0].text
	if strings.HasSuffix(name, ".cmake") || strings.Contains(name, "/") {
		r.load(r.inTree(name))
		return
	}
	for _, file := range r.log.Named(name + ".cmake") {
		r.load(file)
		return
	}
}

// subdirectory executes the file of a directory, whose variables are its own; as
// those of the cache are not, all are kept.
func (r *run) subdirectory(_ *command, args []value) {
	if len(args) == 0 || !args[0].known {
		return
	}
	dir := r.inTree(args[0].text)
	r.log.Enter(dir, r.reached)
	saved := r.frame
	r.dir = dir
	r.load(path.Join(dir, File))
	r.frame = saved
}

func (r *run) sources(_ *command, args []value) {
	for _, a := range args[min(1, len(args)):] {
		if a.known && strings.Contains(a.text, ".") {
			r.log.Compile(r.inTree(a.text), r.reached)
		}
	}
}

func (r *run) definitions(_ *command, args []value) {
	for _, a := range args {
		name, _, _ := strings.Cut(strings.TrimPrefix(a.text, "-D"), "=")
		if a.known && name != "" {
			r.log.Define(name, r.reached)
		}
	}
}

func (r *run) fileCommand(_ *command, args []value) {
	if len(args) < 2 {
		return
	}
	switch args[0].text {
	case "WRITE", "APPEND":
		v := joined(args[2:])
		if args[0].text == "APPEND" {
			v = joined([]value{r.files[args[1].text], v})
		}
		r.files[args[1].text] = v
	case "READ", "STRINGS":
		if len(args) > 2 {
			r.set(args[2].text, value{})
		}
	case "GLOB", "GLOB_RECURSE":
		r.set(args[1].text, value{})
	}
}
