// Package automake reads which sources a Makefile.am compiles under the conditionals
// that a configuration decides. The manual of Automake states what its variables mean.
package automake

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// File is the name of Automake's files.
const File = "Makefile.am"

// Run reads the files of the directory in which a configuration began, and below it.
func Run(log *probe.Log, dir string) {
	for _, file := range log.Named(File) {
		if dir != "." && !strings.HasPrefix(file, dir+"/") {
			continue
		}
		m := makefile{log: log, top: dir, dir: path.Dir(file), targets: map[string]preproc.Tri{}}
		m.read(file, 0)
		m.compile()
	}
}

// makefile is one Makefile.am with what it includes.
type makefile struct {
	log      *probe.Log
	top, dir string
	stack    []preproc.Tri // the conditionals that are open, each with those around it
	targets  map[string]preproc.Tri
	sources  []source
}

// source is a file that a target, or a variable of another use, names.
type source struct {
	target, file string
	reached      preproc.Tri
}

// maxLines bounds what is read for one Makefile.am.
const maxLines = 100_000

// assignment is a variable that is given words.
var assignment = regexp.MustCompile(`^([A-Za-z_][\w.@%]*)\s*\+?:?=\s*(.*)$`)

func (m *makefile) read(file string, depth int) {
	text, ok := m.log.Read(file)
	switch {
	case !ok:
		return
	case depth > probe.MaxDepth:
		m.log.Bound(file, fmt.Sprintf("more than %d files within each other", probe.MaxDepth))
		return
	}
	open := len(m.stack)
	lines := 0
	for line := range strings.Lines(strings.ReplaceAll(text, "\\\n", " ")) {
		if lines++; lines > maxLines || !m.log.Step() {
			m.log.Bound(file, fmt.Sprintf("more than %d lines", lines-1))
			break
		}
		line, _, _ = strings.Cut(line, "#")
		m.line(strings.TrimRight(line, " \t\r\n"), depth)
	}
	m.stack = m.stack[:min(open, len(m.stack))]
}

// line takes a line that is no command of a rule.
func (m *makefile) line(line string, depth int) {
	words := strings.Fields(line)
	if len(words) == 0 || line[0] == '\t' {
		return
	}
	switch words[0] {
	case "if":
		m.stack = append(m.stack, min(m.reached(), m.holds(strings.Join(words[1:], ""))))
		return
	case "else":
		if n := len(m.stack); n > 0 {
			last := m.stack[n-1]
			m.stack = m.stack[:n-1]
			m.stack = append(m.stack, min(m.reached(), otherwise(m.reached(), last)))
		}
		return
	case "endif":
		m.stack = m.stack[:max(len(m.stack)-1, 0)]
		return
	case "include":
		if len(words) == 2 {
			m.read(m.path(words[1]), depth+1)
		}
		return
	}
	if a := assignment.FindStringSubmatch(line); a != nil {
		m.assign(a[1], strings.Fields(a[2]))
	}
}

// reached says whether the lines under the open conditionals count.
func (m *makefile) reached() preproc.Tri {
	if n := len(m.stack); n > 0 {
		return m.stack[n-1]
	}
	return preproc.Yes
}

// holds is a conditional, or with "!" its opposite.
func (m *makefile) holds(name string) preproc.Tri {
	name, not := strings.CutPrefix(name, "!")
	tri, ok := m.log.Conditions[name]
	switch {
	case !ok:
		return preproc.Maybe
	case not:
		return tri.Not()
	}
	return tri
}

// otherwise is the other branch of a conditional, of which one is known with what is
// around it.
func otherwise(around, branch preproc.Tri) preproc.Tri {
	if around == preproc.Yes {
		return branch.Not()
	}
	return preproc.Maybe
}

// ofTargets are the variables that name what is built.
var ofTargets = regexp.MustCompile(`_(?:PROGRAMS|LTLIBRARIES|LIBRARIES)$`)

var notWord = regexp.MustCompile(`[^A-Za-z0-9_@]`)

func (m *makefile) assign(name string, words []string) {
	target, ofTarget := strings.CutSuffix(name, "_SOURCES")
	switch {
	case strings.HasPrefix(name, "EXTRA_"):
	case strings.HasPrefix(name, "check_") && ofTargets.MatchString(name): // by make check alone
		for _, w := range words {
			w = notWord.ReplaceAllString(w, "_")
			m.targets[w] = max(m.targets[w], preproc.No)
		}
	case ofTargets.MatchString(name):
		for _, w := range words {
			w = notWord.ReplaceAllString(w, "_")
			m.targets[w] = max(m.targets[w], m.reached())
		}
	case name == "SUBDIRS":
		for _, w := range words {
			m.log.Enter(m.path(w), m.reached())
		}
	default:
		if !ofTarget {
			target = ""
		}
		for _, w := range words {
			switch path.Ext(w) {
			case ".c", ".cc", ".cpp", ".cxx", ".C", ".h", ".hpp":
				m.sources = append(m.sources, source{strings.TrimPrefix(strings.TrimPrefix(target, "nodist_"), "dist_"), m.path(w), m.reached()})
			}
		}
	}
}

// compile notes the sources, when all targets are known.
func (m *makefile) compile() {
	for _, s := range m.sources {
		if built, ok := m.targets[s.target]; ok {
			s.reached = min(s.reached, built)
		}
		m.log.Compile(s.file, s.reached)
	}
}

// path is the path in the tree of a file that a Makefile.am names.
func (m *makefile) path(word string) string {
	for _, at := range []struct{ variable, dir string }{
		{"$(top_srcdir)", m.top}, {"$(srcdir)", m.dir}, {"$(top_builddir)", m.top}, {"$(builddir)", m.dir}, {"%reldir%", m.dir}, {"%D%", m.dir},
	} {
		if rest, ok := strings.CutPrefix(word, at.variable+"/"); ok {
			return path.Join(at.dir, rest)
		}
	}
	return path.Join(m.dir, word)
}
