package lint

import (
	"errors"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/nesting"
	"mvdan.cc/sh/v3/syntax"
)

// Where a build's directories stand in for those of a real one.
const (
	workDir     = "/stone-work"
	installRoot = "/stone-install"
)

// A shell is one section of a recipe, parsed.
type shell struct {
	recipe *recipe.Recipe
	name   string
	script recipe.Script
	file   *syntax.File
}

// line is the recipe's line of a node.
func (s *shell) line(node syntax.Node) int {
	return s.script.RecipeLine(int(node.Pos().Line()))
}

// problem is a mistake at a node.
func (s *shell) problem(node syntax.Node, format string, args ...any) recipe.Problem {
	return problem(s.recipe, s.line(node), s.name+": "+format, args...)
}

// parsed are the sections of a recipe that parse, and the mistakes of the others. A
// section whose macros are wrong is in neither: the recipe's own mistakes name it.
func parsed(r *recipe.Recipe) ([]*shell, recipe.Problems) {
	var all []*shell
	var found recipe.Problems
	for _, name := range recipe.SectionNames() {
		script, err := r.Section(name, recipe.Context{WorkDir: workDir, PatchDir: workDir, InstallRoot: installRoot, Jobs: 1})
		if err != nil {
			continue
		}
		s := &shell{recipe: r, name: name, script: script}
		if kept, whole := nesting.Shell(script.Text); !whole {
			found = append(found, s.tooDeep(kept))
			continue
		}
		s.file, err = syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(script.Text), "")
		if err != nil {
			found = append(found, s.unparsed(err))
			continue
		}
		all = append(all, s)
	}
	return all, found
}

// tooDeep is the mistake of a section that opens too much behind what is kept of it.
func (s *shell) tooDeep(kept string) recipe.Problem {
	line := s.script.RecipeLine(strings.Count(kept, "\n") + 1)
	return problem(s.recipe, line, "%s: shell: more than %d conditions, loops, groups and substitutions; make a script of them that the section calls", s.name, nesting.MaxOpened)
}

// unparsed is the mistake of a section that is no shell.
func (s *shell) unparsed(err error) recipe.Problem {
	line, text := 0, err.Error()
	var parse syntax.ParseError
	var lang syntax.LangError
	switch {
	case errors.As(err, &parse):
		line, text = int(parse.Pos.Line()), parse.Text
	case errors.As(err, &lang):
		line, text = int(lang.Pos.Line()), lang.Feature+" is not in bash"
	}
	return problem(s.recipe, s.script.RecipeLine(line), "%s: shell: %s", s.name, text)
}

// sections finds shell that does not parse, and writes past the install root.
func sections(_ *plan.Set, r *recipe.Recipe) recipe.Problems {
	all, found := parsed(r)
	for _, s := range all {
		exported := s.exportsDestdir()
		syntax.Walk(s.file, func(node syntax.Node) bool {
			switch node := node.(type) {
			case *syntax.Redirect:
				found = append(found, s.redirect(node)...)
			case *syntax.CallExpr:
				found = append(found, s.call(node, exported)...)
			}
			return true
		})
	}
	return found
}

// compilers are the commands that compile, or start what does.
var compilers = map[string]bool{
	"make": true, "ninja": true, "meson": true, "cmake": true, "clang": true, "clang++": true, "cc": true, "c++": true, "gcc": true, "g++": true,
	"$CC": true, "$CXX": true, "${CC}": true, "${CXX}": true, "configure": true,
}

// compiler finds a recipe that compiles without the compiler's run time.
func compiler(set *plan.Set, r *recipe.Recipe) recipe.Problems {
	runtime := set.Get(recipe.Runtime)
	if runtime == nil {
		return nil // the whole set is built with stage2's
	}
	for _, needed := range set.Needs(runtime) {
		if needed == r {
			return nil // the run time is built with it
		}
	}
	for _, seen := range set.Sees(r) {
		if seen == runtime {
			return nil
		}
	}
	all, _ := parsed(r)
	for _, s := range all {
		if use := s.compiles(); use != nil {
			line := r.Line("builddeps")
			if line == 0 {
				line = s.line(use)
			}
			return recipe.Problems{problem(r, line, "builddeps: %s compiles (line %d), and without %s a program can't be linked; add it", s.name, s.line(use), recipe.Runtime)}
		}
	}
	return nil
}

// compiles is the first command of a section that compiles, or nil.
func (s *shell) compiles() syntax.Node {
	if s.name == "install" {
		return nil // `make install` copies
	}
	var found syntax.Node
	syntax.Walk(s.file, func(node syntax.Node) bool {
		call, ok := node.(*syntax.CallExpr)
		if ok && found == nil && len(call.Args) > 0 && compilers[path.Base(s.text(call.Args[0]))] {
			found = call
		}
		return found == nil
	})
	return found
}

// text is a node as it is written, without quotes around it.
func (s *shell) text(node syntax.Node) string {
	text := s.script.Text[node.Pos().Offset():node.End().Offset()]
	return strings.Trim(text, `"'`)
}
