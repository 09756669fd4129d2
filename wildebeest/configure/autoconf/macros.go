package autoconf

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// call is a macro with its arguments, as they stand.
type call struct {
	name    string
	args    []string
	offsets []int // of the arguments, from the beginning of the call
	at      origin
	depth   int
}

// arg is an argument without its quotes; "" where there is none.
func (c *call) arg(i int) string {
	if i >= len(c.args) {
		return ""
	}
	return bare(c.args[i])
}

// check is what a check asks, the variable that keeps its answer, and the macro that
// it defines.
type check struct {
	variable, define string
	at               origin
	ask              func(w *probe.Log) (preproc.Tri, []string)
	// named asks for a name that is known only when the script is executed.
	named func(w *probe.Log, name string) (preproc.Tri, []string)
	// want notes what of other packages is looked for; nil is nothing.
	want func(w *probe.Log, reached preproc.Tri)
}

// macros are those that are followed, by the shell commands that they stand for.
var macros map[string]func(s *script, c *call) string

func init() {
	macros = map[string]func(s *script, c *call) string{
		"AC_CHECK_LIB": library, "AC_SEARCH_LIBS": search, "AC_HAVE_LIBRARY": haveLibrary,
		"AS_IF": conditional, "AS_CASE": cases, "AS_VAR_IF": variableIs, "AS_VAR_SET": assign, "AC_SUBST": assign,
		"AC_ARG_ENABLE": argument("enable_"), "AC_ARG_WITH": argument("with_"),
		"AC_CACHE_CHECK": body(2), "AC_CACHE_VAL": body(1),
		"AC_DEFINE": define, "AC_DEFINE_UNQUOTED": define,
		"AC_COMPILE_IFELSE": program, "AC_LINK_IFELSE": program, "AC_RUN_IFELSE": program, "AC_PREPROC_IFELSE": program,
		"AC_TRY_COMPILE": oldProgram, "AC_TRY_LINK": oldProgram, "AC_TRY_RUN": program, "AC_TRY_CPP": program,
		"AC_MSG_ERROR": stop, "AC_MSG_FAILURE": stop, "AS_ERROR": stop,
		"AC_EGREP_CPP": egrep, "AM_CONDITIONAL": condition,
		"PKG_CHECK_MODULES": pkgConfig(1, 2), "PKG_CHECK_EXISTS": pkgConfig(0, 1),
	}
	for name, k := range named {
		macros[name] = func(s *script, c *call) string { return s.named(c, k) }
	}
}

// kind is a kind of checks that take names: the beginning of their variables,
// whether a list is meant, and the question.
type kind struct {
	prefix  string
	list    string // what else than white space separates names; "" is a single name
	actions int    // the argument that says what to do; the next is for the other case
	define  string
	ask     func(w *probe.Log, name string) preproc.Tri
}

// named are the macros that check names.
var named = map[string]kind{
	"AC_CHECK_FUNC":         {prefix: "ac_cv_func_", actions: 1, ask: symbol},
	"AC_CHECK_FUNCS":        {prefix: "ac_cv_func_", list: " ", actions: 1, define: "HAVE_", ask: symbol},
	"AC_CHECK_FUNCS_ONCE":   {prefix: "ac_cv_func_", list: " ", actions: 9, define: "HAVE_", ask: symbol},
	"AC_REPLACE_FUNCS":      {prefix: "ac_cv_func_", list: " ", actions: 9, define: "HAVE_", ask: symbol},
	"AC_CHECK_HEADER":       {prefix: "ac_cv_header_", actions: 1, ask: header},
	"AC_CHECK_HEADERS":      {prefix: "ac_cv_header_", list: " ", actions: 1, define: "HAVE_", ask: header},
	"AC_CHECK_HEADERS_ONCE": {prefix: "ac_cv_header_", list: " ", actions: 9, define: "HAVE_", ask: header},
	"AC_CHECK_DECL":         {prefix: "ac_cv_have_decl_", actions: 1, ask: symbol},
	"AC_CHECK_DECLS":        {prefix: "ac_cv_have_decl_", list: ",", actions: 1, define: "HAVE_DECL_", ask: symbol},
	"AC_CHECK_TYPE":         {prefix: "ac_cv_type_", actions: 1, ask: symbol},
	"AC_CHECK_TYPES":        {prefix: "ac_cv_type_", list: ",", actions: 1, define: "HAVE_", ask: symbol},
	"AC_CHECK_MEMBER":       {prefix: "ac_cv_member_", actions: 1, ask: symbol},
	"AC_CHECK_MEMBERS":      {prefix: "ac_cv_member_", list: ",", actions: 1, define: "HAVE_", ask: symbol},
}

func symbol(w *probe.Log, name string) preproc.Tri { return w.Symbol(name, nil) }
func header(w *probe.Log, name string) preproc.Tri { return w.Header(name) }

// notWord is what becomes _ in the name of a variable.
var notWord = regexp.MustCompile(`[^A-Za-z0-9_]`)

// held is a name that a variable holds.
var held = regexp.MustCompile(`^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})$`)

// named checks each name and does the actions for each.
func (s *script) named(c *call, k kind) string {
	names := []string{strings.TrimSpace(c.arg(0))}
	switch k.list {
	case " ":
		names = strings.Fields(strings.NewReplacer("[", " ", "]", " ", "\\", " ").Replace(c.arg(0)))
	case ",":
		names = strings.FieldsFunc(c.arg(0), func(r rune) bool { return strings.ContainsRune(",[]\n\t", r) })
	}
	var b strings.Builder
	for _, name := range names {
		name = strings.TrimSpace(name)
		if held.MatchString(name) {
			one := check{at: c.at, named: func(w *probe.Log, name string) (preproc.Tri, []string) { return k.ask(w, name), []string{name} }}
			s.checks = append(s.checks, one)
			fmt.Fprintf(&b, "%s\n", s.choice(c, fmt.Sprintf("%s %d \"%s\"", checkCommand, len(s.checks)-1, name), k.actions, k.actions+1))
		}
		if name == "" || strings.ContainsAny(name, "$`") {
			continue
		}
		word := notWord.ReplaceAllString(strings.ReplaceAll(name, "*", "p"), "_")
		one := check{variable: k.prefix + word, at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) { return k.ask(w, name), []string{name} }}
		if k.define != "" {
			one.define = k.define + strings.ToUpper(word)
		}
		b.WriteString(s.branch(c, one, k.actions, k.actions+1) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// branch is a check with what follows from it.
func (s *script) branch(c *call, k check, yes, no int) string {
	s.checks = append(s.checks, k)
	return s.choice(c, fmt.Sprintf("%s %d", checkCommand, len(s.checks)-1), yes, no)
}

// choice is an if whose branches are arguments.
func (s *script) choice(c *call, test string, yes, no int) string {
	return fmt.Sprintf("if %s; then\n:\n%s\nelse\n:\n%s\nfi", test, s.inner(c, yes), s.inner(c, no))
}

// inner expands an argument.
func (s *script) inner(c *call, i int) string {
	if i >= len(c.args) || strings.TrimSpace(c.args[i]) == "" {
		return ""
	}
	text, cut := bareAt(c.args[i])
	at := c.at.shift(c.offsets[i] + cut)
	at.argument = cut == 0 || c.args[i][cut-1] != '['
	return s.expand(text, at, c.depth+1)
}

func library(s *script, c *call) string {
	lib, function := c.arg(0), c.arg(1)
	k := check{variable: "ac_cv_lib_" + notWord.ReplaceAllString(lib, "_") + "_" + function, at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) {
		switch w.Library(lib) {
		case preproc.No:
			return preproc.No, []string{"-l" + lib}
		case preproc.Yes:
			return w.Symbol(function, nil), []string{function}
		}
		return preproc.Maybe, nil
	}}
	k.want = wantLibraries(lib)
	return s.branch(c, k, 2, 3)
}

// wantLibraries notes libraries that no C library has.
func wantLibraries(libs ...string) func(w *probe.Log, reached preproc.Tri) {
	return func(w *probe.Log, reached preproc.Tri) {
		for _, lib := range libs {
			if !strings.ContainsAny(lib, "$` ") && w.Library(lib) == preproc.Maybe && !standsIn[lib] {
				w.Want(probe.Linked, lib, false, reached)
			}
		}
	}
}

func haveLibrary(s *script, c *call) string {
	lib := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(c.arg(0), "-l"), "lib"), ".a")
	k := check{variable: "ac_cv_lib_" + lib, at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) { return w.Library(lib), []string{"-l" + lib} }, want: wantLibraries(lib)}
	return s.branch(c, k, 1, 2)
}

// search looks in the C library itself first; another library may have the name.
func search(s *script, c *call) string {
	function, libs := c.arg(0), strings.Fields(c.arg(1))
	k := check{variable: "ac_cv_search_" + function, at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) {
		found := w.Symbol(function, nil)
		for _, lib := range libs {
			if found == preproc.No && w.Library(lib) == preproc.Maybe && !standsIn[lib] {
				found = preproc.Maybe
			}
		}
		return found, []string{function}
	}}
	if k.want = wantLibraries(libs...); s.log.Symbol(function, nil) == preproc.Yes {
		k.want = nil // the C library has it
	}
	return s.branch(c, k, 2, 3)
}

// standsIn are libraries that exist to give musl what glibc has itself.
var standsIn = map[string]bool{"argp": true, "fts": true, "obstack": true, "execinfo": true, "ucontext": true, "rpmatch": true}

// conditional is AS_IF: tests and commands in turn, and what else.
func conditional(s *script, c *call) string {
	var b strings.Builder
	word := "if"
	for i := 0; i+1 < len(c.args); i += 2 {
		fmt.Fprintf(&b, "%s %s; then\n:\n%s\n", word, strings.TrimSpace(s.inner(c, i)), s.inner(c, i+1))
		word = "elif"
	}
	if len(c.args)%2 == 1 && b.Len() > 0 {
		fmt.Fprintf(&b, "else\n:\n%s\n", s.inner(c, len(c.args)-1))
	}
	if b.Len() == 0 {
		return ":"
	}
	return b.String() + "fi"
}

func cases(s *script, c *call) string {
	var b strings.Builder
	fmt.Fprintf(&b, "case %s in\n", c.arg(0))
	for i := 1; i < len(c.args); i += 2 {
		pattern, commands := c.arg(i), i+1
		if i+1 == len(c.args) {
			pattern, commands = "*", i
		}
		fmt.Fprintf(&b, "%s) :\n%s\n;;\n", pattern, s.inner(c, commands))
	}
	return b.String() + "esac"
}

func variableIs(s *script, c *call) string {
	return s.choice(c, fmt.Sprintf("test \"x$%s\" = \"x%s\"", c.arg(0), c.arg(1)), 2, 3)
}

var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z_0-9]*$`)

func assign(_ *script, c *call) string {
	if len(c.args) < 2 || !plainName.MatchString(c.arg(0)) {
		return ":"
	}
	return c.arg(0) + "=" + c.arg(1)
}

// argument is an option of configure that is not given.
func argument(prefix string) func(s *script, c *call) string {
	return func(s *script, c *call) string {
		variable := prefix + notWord.ReplaceAllString(strings.TrimSpace(c.arg(0)), "_")
		return variable + "=\n" + s.inner(c, 3) + "\n:"
	}
}

// body is a macro that executes an argument.
func body(i int) func(s *script, c *call) string {
	return func(s *script, c *call) string { return ":\n" + s.inner(c, i) + "\n:" }
}

// pkgConfig is a macro that asks pkg-config for the modules of an argument and executes
// one of two others, nobody knows which. PKG_CHECK_MODULES without something to do
// where they are not there ends the configuration.
func pkgConfig(modules, yes int) func(s *script, c *call) string {
	return func(s *script, c *call) string {
		required := c.name == "PKG_CHECK_MODULES" && len(c.args) <= yes+1
		names := modulesOf(c.arg(modules))
		k := check{at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) { return preproc.Maybe, nil }, want: func(w *probe.Log, reached preproc.Tri) {
			for _, name := range names {
				w.Want(probe.PkgConfig, name, required, reached)
			}
		}}
		return s.branch(c, k, yes, yes+1)
	}
}

// modulesOf are the names in a list of modules with versions, as "glib-2.0 >= 2.50 zlib".
func modulesOf(list string) []string {
	var names []string
	words := strings.Fields(strings.NewReplacer("[", " ", "]", " ", ",", " ", "\"", " ").Replace(list))
	for i := 0; i < len(words); i++ {
		if strings.ContainsAny(words[i][:1], "<>=!") {
			if strings.Trim(words[i], "<>=!") == "" {
				i++ // the version
			}
			continue
		}
		if !strings.ContainsAny(words[i], "$`") {
			names = append(names, words[i])
		}
	}
	return names
}

// define ends its line, as Autoconf's does: "AC_DEFINE(A) b=yes" are two commands.
func define(_ *script, c *call) string {
	if name := strings.TrimSpace(c.arg(0)); plainName.MatchString(name) {
		return defineCommand + " " + name + map[bool]string{true: " 0"}[strings.TrimSpace(c.arg(1)) == "0"] + "\n"
	}
	return ":"
}

func stop(s *script, c *call) string {
	s.places = append(s.places, c.at)
	return fmt.Sprintf("%s %d", stopCommand, len(s.places)-1)
}

// wrapper are the macros and quotes around the text of a test program.
var wrapper = regexp.MustCompile(`AC_LANG_(?:PROGRAM|SOURCE|CALL)|AC_INCLUDES_DEFAULT`)

func program(s *script, c *call) string {
	return s.compiled(c, c.arg(0), 1, 2)
}

func oldProgram(s *script, c *call) string {
	return s.compiled(c, c.arg(0)+"\n"+c.arg(1), 2, 3)
}

func (s *script) compiled(c *call, text string, yes, no int) string {
	text = strings.NewReplacer("[", "\n", "]", "\n").Replace(wrapper.ReplaceAllString(text, " "))
	k := check{at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) { return w.Source(text) }}
	return s.branch(c, k, yes, no)
}

// egrep is a test for a line of a preprocessed program: where the program asks for
// glibc's own macro alone, the C library decides.
func egrep(s *script, c *call) string {
	text := c.arg(1)
	k := check{at: c.at, ask: func(w *probe.Log) (preproc.Tri, []string) {
		if !ofGlibc.MatchString(text) {
			return preproc.Maybe, nil
		}
		return preproc.Truth(!w.Musl()), []string{"__GLIBC__"}
	}}
	return s.branch(c, k, 2, 3)
}

// ofGlibc is a condition that holds with glibc alone.
var ofGlibc = regexp.MustCompile(`(?m)^\s*#\s*(?:ifdef\s+|if\s+defined\s*\(?\s*)(?:__GLIBC__|__GNU_LIBRARY__)\b[^|&]*$`)

// condition is a conditional of Automake.
func condition(s *script, c *call) string {
	name := strings.TrimSpace(c.arg(0))
	if !plainName.MatchString(name) {
		return ":"
	}
	return fmt.Sprintf("if %s; then\n%s %s 1\nelse\n%s %s 0\nfi", strings.TrimSpace(s.inner(c, 1)), conditionCommand, name, conditionCommand, name)
}
