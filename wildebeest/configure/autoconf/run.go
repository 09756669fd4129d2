package autoconf

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/internal/nesting"
	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"mvdan.cc/sh/v3/syntax"
)

// Files are the names of the files that are expanded to a configure script, the newer
// name first.
var Files = []string{"configure.ac", "configure.in"}

// run executes a script.
type run struct {
	*script
	vars      *probe.Vars[value]
	functions map[string]*syntax.Stmt
	reached   preproc.Tri
	causes    []probe.Cause // that led here
	depth     int
	file      string
	text      string // of the file
}

// Run follows the configuration of a file, with the macros that other files define.
func Run(log *probe.Log, file string, definitions []string) {
	text, ok := log.Read(file)
	if !ok {
		return
	}
	s := &script{log: log, macros: map[string]macro{}}
	for _, f := range definitions {
		if src, ok := log.Read(f); ok && strings.Contains(src, "AC_DEFUN") {
			s.expand(src, origin{file: f}, 0)
		}
	}
	s.checks, s.places, s.size = nil, nil, 0
	r := &run{script: s, vars: probe.NewVars(merge), functions: map[string]*syntax.Stmt{}, reached: preproc.Yes, file: file, text: text}
	system := "linux-gnu"
	if log.Musl() {
		system = "linux-musl"
	}
	for _, which := range []string{"host", "target", "build"} {
		r.vars.Set(which+"_os", literal(system))
		r.vars.Set(which, literal("x86_64-pc-"+system))
	}
	expanded := s.expand(text, origin{file: file}, 0)
	if len(expanded) > maxExpanded {
		log.Bound(file, fmt.Sprintf("its macros stand for more than %d MiB of commands", maxExpanded>>20))
	}
	followed, whole := nesting.Shell(expanded)
	if !whole {
		log.Bound(file, "too many openings of commands within each other")
	}
	r.parse(followed)
}

// Bounds of taking a script up again where it is no shell: how often, and the openings
// of commands that are then parsed once more.
const (
	maxErrors = 100
	maxAgain  = 3 * nesting.MaxOpened
)

// parse executes the statements of a script. Behind what is no shell it goes on with
// the next line that begins a statement.
func (r *run) parse(text string) {
	again := 0 // openings in what is parsed anew
	for n := range maxErrors {
		done, broken := 0, false
		parser := syntax.NewParser(syntax.Variant(syntax.LangPOSIX))
		ended := false // the parser may go on behind an error, which a range does not survive
		parser.StmtsSeq(strings.NewReader(text))(func(stmt *syntax.Stmt, err error) bool {
			if ended {
				return false
			}
			if broken = err != nil; broken || !r.log.Step() {
				ended = true
				return false
			}
			r.statement(stmt)
			done = int(stmt.End().Offset())
			return true
		})
		if !broken {
			return
		}
		again += strings.Count(text, "(") + strings.Count(text, "{") + strings.Count(text, "`")
		if n == maxErrors-1 || again > maxAgain {
			r.log.Bound(r.file, fmt.Sprintf("%d places that are no shell, in %d openings of commands", n+1, again))
			return
		}
		rest := text[min(done, len(text)):]
		next := strings.Index(strings.TrimLeft(rest, "\n"), "\n")
		if next < 0 {
			return
		}
		text = strings.TrimLeft(rest, "\n")[next+1:]
	}
}

func (r *run) statements(list []*syntax.Stmt) status {
	last := status{success: preproc.Yes}
	for _, stmt := range list {
		if !r.log.Step() {
			break
		}
		last = r.statement(stmt)
	}
	return last
}

func (r *run) statement(stmt *syntax.Stmt) status {
	if stmt == nil {
		return status{success: preproc.Maybe} // of a command that an error cuts off
	}
	if r.depth > probe.MaxDepth {
		r.log.Bound(r.file, fmt.Sprintf("more than %d commands within each other", probe.MaxDepth))
		return status{success: preproc.Maybe}
	}
	r.depth++
	st := r.command(stmt.Cmd)
	r.depth--
	if stmt.Negated {
		st.success = st.success.Not()
	}
	return st
}

func (r *run) command(cmd syntax.Command) status {
	switch c := cmd.(type) {
	case *syntax.CallExpr:
		return r.call(c)
	case *syntax.IfClause:
		r.branches(c)
	case *syntax.CaseClause:
		r.cases(c)
	case *syntax.ForClause:
		r.loop(c)
	case *syntax.WhileClause:
		r.under(status{success: preproc.Maybe}, func() { r.statements(c.Do) })
	case *syntax.Block:
		return r.statements(c.Stmts)
	case *syntax.Subshell:
		return r.statements(c.Stmts)
	case *syntax.FuncDecl:
		if c.Name != nil { // of what is no name the parser has none
			r.functions[c.Name.Value] = c.Body
		}
	case *syntax.BinaryCmd:
		return r.binary(c)
	}
	return status{success: preproc.Maybe}
}

// under executes something that is reached only where a status says so.
func (r *run) under(st status, do func()) {
	reached, causes := r.reached, r.causes
	r.reached, r.causes = min(reached, st.success), probe.Join(causes, st.causes)
	if st.success == preproc.Maybe {
		r.vars.Perhaps(do)
	} else {
		do()
	}
	r.reached, r.causes = reached, causes
}

func (r *run) branches(c *syntax.IfClause) {
	rest := status{success: preproc.Yes}
	for ; c != nil; c = c.Else {
		holds := status{success: preproc.Yes}
		if len(c.Cond) > 0 {
			r.under(rest, func() { holds = r.statements(c.Cond) })
		}
		causes := probe.Join(rest.causes, holds.causes)
		r.under(status{min(rest.success, holds.success), causes}, func() { r.statements(c.Then) })
		rest = status{min(rest.success, holds.success.Not()), causes}
	}
}

func (r *run) binary(c *syntax.BinaryCmd) status {
	switch c.Op {
	case syntax.AndStmt:
		a := r.statement(c.X)
		var b status
		r.under(a, func() { b = r.statement(c.Y) })
		return status{min(a.success, b.success), probe.Join(a.causes, b.causes)}
	case syntax.OrStmt:
		a := r.statement(c.X)
		var b status
		r.under(status{a.success.Not(), a.causes}, func() { b = r.statement(c.Y) })
		return status{max(a.success, b.success), probe.Join(a.causes, b.causes)}
	}
	v, found := r.pipeline(c)
	st := status{success: found, causes: v.causes}
	return st
}

// set gives a variable a value, where that is reached. What decided that it is, is a
// cause of the value.
func (r *run) set(name string, v value) {
	v.causes = probe.Join(v.causes, r.causes)
	if r.reached != preproc.No {
		r.vars.Set(name, v)
	}
}

// merge is what a variable holds where either value is possible.
func merge(a, b value) value {
	if a.known && b.known && a.text == b.text {
		return b
	}
	return value{causes: probe.Join(a.causes, b.causes)}
}
