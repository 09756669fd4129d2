package autoconf

import (
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"mvdan.cc/sh/v3/pattern"
	"mvdan.cc/sh/v3/syntax"
)

// value is what a word stands for: its text, or of an unknown one what it surely
// begins with, and whether more follows.
type value struct {
	known  bool
	text   string
	more   bool // unknown, and longer than text
	causes []probe.Cause
}

func literal(s string) value { return value{known: len(s) <= probe.MaxValue, text: s} }

// join puts the values of a word's parts together.
func join(parts []value) value {
	v := value{known: true}
	for _, p := range parts {
		if v.known {
			v.text += p.text
		} else {
			v.more = v.more || p.text != "" || p.more
		}
		v.more = v.more || p.more
		v.known = v.known && p.known
		v.causes = probe.Join(v.causes, p.causes)
	}
	return v
}

func (r *run) word(w *syntax.Word) value { return r.parts(w.Parts) }

func (r *run) parts(list []syntax.WordPart) value {
	parts := make([]value, 0, len(list))
	for _, p := range list {
		switch p := p.(type) {
		case *syntax.Lit:
			parts = append(parts, literal(p.Value))
		case *syntax.SglQuoted:
			parts = append(parts, literal(p.Value))
		case *syntax.DblQuoted:
			parts = append(parts, r.parts(p.Parts))
		case *syntax.ParamExp:
			parts = append(parts, r.parameter(p))
		case *syntax.CmdSubst:
			parts = append(parts, r.substitution(p))
		default:
			parts = append(parts, value{})
		}
	}
	return join(parts)
}

// parameter is $x and ${x…}; of a variable that nothing has set nobody knows.
func (r *run) parameter(p *syntax.ParamExp) value {
	if p.Param == nil {
		return value{}
	}
	v := r.vars.Value(p.Param.Value)
	if p.Length || p.Slice != nil || p.Repl != nil {
		return value{causes: v.causes}
	}
	if p.Exp == nil {
		return v
	}
	switch p.Exp.Op {
	case syntax.DefaultUnsetOrNull, syntax.DefaultUnset:
		if v.known && v.text == "" && p.Exp.Op == syntax.DefaultUnsetOrNull && p.Exp.Word != nil {
			return r.word(p.Exp.Word)
		}
		if v.known {
			return v
		}
	}
	return value{causes: v.causes}
}

// substitution is what commands print.
func (r *run) substitution(c *syntax.CmdSubst) value {
	if len(c.Stmts) != 1 {
		return value{}
	}
	if b, ok := c.Stmts[0].Cmd.(*syntax.BinaryCmd); ok && (b.Op == syntax.Pipe || b.Op == syntax.PipeAll) {
		v, _ := r.pipeline(b)
		return v
	}
	return r.output(c.Stmts[0])
}

// output is what a command prints that asks which C library there is.
func (r *run) output(stmt *syntax.Stmt) value {
	text := print(stmt)
	a, ok := r.ask(text, strings.Contains(text, "2>&1"))
	if !ok {
		return value{}
	}
	v := literal(strings.TrimSpace(a.Stdout))
	v.causes = a.Causes
	return v
}

func print(node syntax.Node) string {
	var b strings.Builder
	if syntax.NewPrinter().Print(&b, node) != nil {
		return ""
	}
	return b.String()
}

// pipeline is what a | b prints, and whether b succeeds.
func (r *run) pipeline(c *syntax.BinaryCmd) (value, preproc.Tri) {
	var in value
	if b, ok := c.X.Cmd.(*syntax.BinaryCmd); ok && r.depth < probe.MaxDepth {
		r.depth++
		in, _ = r.pipeline(b)
		r.depth--
	} else {
		in = r.output(c.X)
		if c.Op == syntax.PipeAll && in.known {
			in = value{causes: in.causes}
		}
	}
	call, ok := c.Y.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 || len(in.causes) == 0 {
		return value{causes: in.causes}, preproc.Maybe
	}
	switch r.word(call.Args[0]).text {
	case "grep", "egrep", "fgrep":
		return r.grep(in, call.Args[1:])
	case "head":
		if first, _, more := strings.Cut(in.text, "\n"); more {
			in.text = first
		}
		return in, preproc.Yes
	}
	if in.known && in.text == "" {
		return in, preproc.Yes // sed, awk and their like have nothing to print
	}
	return value{more: in.known, causes: in.causes}, preproc.Maybe
}

// basic turns what is special in POSIX's basic expressions with a backslash into
// what is so without.
var basic = strings.NewReplacer(`\(`, "(", `\)`, ")", `\|`, "|", `\+`, "+", `\?`, "?", "(", `\(`, ")", `\)`)

// grep prints the lines of a text that match.
func (r *run) grep(in value, args []*syntax.Word) (value, preproc.Tri) {
	unsure := value{causes: in.causes}
	flags, expression := "", value{}
	for _, w := range args {
		v := r.word(w)
		if strings.HasPrefix(v.text, "-") && v.text != "-e" {
			flags += v.text
		} else if v.text != "-e" && !expression.known {
			expression = v
		}
	}
	if !in.known || !expression.known || strings.Contains(flags, "v") {
		return unsure, preproc.Maybe
	}
	text := expression.text
	if !strings.Contains(flags, "E") {
		text = basic.Replace(text)
	}
	if strings.Contains(flags, "i") {
		text = "(?i)" + text
	}
	re, err := regexp.Compile(text)
	if err != nil {
		return unsure, preproc.Maybe
	}
	var lines []string
	for line := range strings.Lines(in.text) {
		if re.MatchString(line) {
			lines = append(lines, line)
		}
	}
	return value{known: true, text: strings.TrimSpace(strings.Join(lines, "")), causes: in.causes}, preproc.Truth(len(lines) > 0)
}

// cases executes case … in …
func (r *run) cases(c *syntax.CaseClause) {
	word := r.word(c.Word)
	rest := preproc.Yes
	causes := word.causes
	if strings.Contains(word.text, "linux-musl") {
		causes = probe.Join(causes, []probe.Cause{{Name: "musl"}})
	}
	for _, item := range c.Items {
		holds := preproc.No
		for _, p := range item.Patterns {
			holds = max(holds, r.matches(word, p))
		}
		r.under(status{min(rest, holds), causes}, func() { r.statements(item.Stmts) })
		rest = min(rest, holds.Not())
	}
}

// matches compares a word with a pattern of case.
func (r *run) matches(word value, p *syntax.Word) preproc.Tri {
	text := print(p)
	if text == "*" {
		return preproc.Yes
	}
	if !word.known {
		return preproc.Maybe
	}
	if want := r.word(p); want.known {
		text = want.text
	} else {
		return preproc.Maybe
	}
	expression, err := pattern.Regexp(text, pattern.EntireString)
	if err != nil {
		return preproc.Maybe
	}
	re, err := regexp.Compile(expression)
	if err != nil {
		return preproc.Maybe
	}
	return preproc.Truth(re.MatchString(word.text))
}

// loop executes for x in a b c.
func (r *run) loop(c *syntax.ForClause) {
	words, ok := c.Loop.(*syntax.WordIter)
	if !ok {
		r.under(status{success: preproc.Maybe}, func() { r.statements(c.Do) })
		return
	}
	for _, w := range words.Items {
		v := r.word(w)
		if !v.known {
			r.under(status{success: preproc.Maybe}, func() {
				r.set(words.Name.Value, value{})
				r.statements(c.Do)
			})
			continue
		}
		for _, item := range strings.Fields(v.text) {
			if !r.log.Step() {
				return
			}
			r.set(words.Name.Value, literal(item))
			r.statements(c.Do)
		}
	}
}
