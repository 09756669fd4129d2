// Package replaced: functions that musl has, too, and that a module of libwildebeest
// replaces, where the call shows that the difference can matter. The modules say
// themselves what differs and when.
package replaced

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = newRule()

// difference is what a module says of a name.
type difference struct {
	headers.Difference
	until gnuism.Release
}

// differences are those of all modules that a scan tells, by name.
var differences = map[string][]difference{}

func newRule() *rules.Rule {
	r := &rules.Rule{
		ID:         "replaced",
		Class:      rules.Behaviour,
		Summary:    "musl's function of the name does something else than glibc's",
		Doc:        doc,
		Match:      match,
		Particular: map[string]rules.Particular{},
		Remedy:     gnuism.Remedy{Kind: gnuism.Shim, Module: "sched"},
	}
	modules, err := headers.Modules()
	if err != nil {
		return r // a test holds the descriptions to be right
	}
	for _, m := range modules {
		for _, d := range m.Differs {
			if d.Quiet {
				continue
			}
			until := gnuism.Newest()
			if d.Until != "" {
				if until, err = gnuism.ParseTarget(d.Until); err != nil {
					continue
				}
			}
			for _, name := range d.Names {
				if len(differences[name]) == 0 {
					r.Words = append(r.Words, name)
				}
				differences[name] = append(differences[name], difference{d, until})
				text := "musl " + d.Musl
				if before := r.Particular[name].Remedy.Text; before != "" && before != text {
					text = before + "; " + d.Musl
				}
				r.Particular[name] = rules.Particular{Reach: m.Headers, Remedy: gnuism.Remedy{Kind: gnuism.Shim, Module: m.Name, Text: text}}
			}
		}
	}
	slices.Sort(r.Words)
	return r
}

func match(s rules.Site) bool {
	if s.Member() {
		return false
	}
	for _, d := range differences[s.Text(s.Token)] {
		if s.Target <= d.until && matters(s, d.Difference) {
			return true
		}
	}
	return false
}

// longestIndex bounds the bytes in brackets that are looked at.
const longestIndex = 40

// matters reports whether the difference can matter at a place.
func matters(s rules.Site, d headers.Difference) bool {
	switch {
	case d.Index.Regexp != nil:
		next := s.Next(1)[0]
		index, _, _ := strings.Cut(string(s.Src[next.End:min(len(s.Src), next.End+longestIndex)]), "]")
		return next.Byte == '[' && d.Index.MatchString(strings.TrimSpace(index))
	case d.Set:
		return assigned(s)
	case d.Argument == 0 && d.Inside.Regexp == nil && s.Taken():
		return true
	case !s.Called() || s.Declared():
		return false
	case d.Inside.Regexp != nil:
		return (s.Prev.Byte == '(' && d.Inside.MatchString(s.Word(s.Prev2))) || s.Prev.Byte == ',' && d.Inside.MatchString(callee(s))
	case d.Argument == 0:
		return true
	}
	args, _ := s.Arguments()
	for i := range args {
		args[i] = s.Literal(args[i])
	}
	return d.Holds(args) && d.And.Holds(args)
}

// assigned reports whether a variable or a member of it is given a value.
func assigned(s rules.Site) bool {
	l := s.After
	for range 6 {
		t := l.Next()
		if t.Kind == lex.Punct && (t.Byte == '=' || t.Byte == '|' || t.Byte == '&') {
			second := l.Next()
			return t.Byte == '=' && second.Byte != '=' || t.Byte != '=' && second.Byte == '=' && second.Start == t.End
		}
		if t.Kind == lex.Punct && t.Byte != '.' && t.Byte != '[' && t.Byte != ']' {
			return false
		}
	}
	return false
}

// callee is the function whose second or later argument a call is.
func callee(s rules.Site) string {
	before := string(s.LinePrefix(s.Token.Start))
	i := strings.LastIndexByte(before, '(')
	if i < 0 {
		return ""
	}
	return before[strings.LastIndexAny(before[:i], " \t(!&|=,;")+1 : i]
}
