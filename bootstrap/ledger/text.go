package ledger

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// shownFindings bounds the source positions listed for one name; the JSON has all.
const shownFindings = 3

// writeText prints the report for people.
func writeText(r Report, out io.Writer) error {
	w := &writer{out: out}
	var with, without []Dependent
	for _, d := range r.Dependents {
		if d.builtWith() {
			with = append(with, d)
		} else {
			without = append(without, d)
		}
	}
	if len(with) == 0 {
		w.printf("none of %d packages leans on libwildebeest\n", r.Packages)
	} else {
		w.printf("%d of %d packages: leaning on libwildebeest\n", len(with), r.Packages)
	}
	for _, d := range with {
		d.writeText(w)
	}
	if len(without) > 0 {
		w.printf("\n%d more were built without, though their sources use what modules provide\n", len(without))
	}
	for _, d := range without {
		w.printf("  %s %s-%d: %s\n", d.Name, d.Version, d.Release, list(d.Needed))
	}
	if len(r.Patched) > 0 {
		w.printf("\n%d of %d packages fail: their sources are patched\n", len(r.Patched), r.Packages)
	}
	for _, p := range r.Patched {
		w.printf("  %s %s-%d: %s\n", p.Name, p.Version, p.Release, strings.Join(p.Patches, ", "))
	}
	if len(r.History) > 0 {
		w.printf("\nhistory\n")
	}
	for _, change := range r.History {
		w.printf("  %v\n", change)
	}
	return w.err
}

func (d Dependent) writeText(w *writer) {
	w.printf("\n%s %s-%d\n", d.Name, d.Version, d.Release)
	for _, line := range sourcePositions(d.Found) {
		w.printf("  found     %s\n", line)
	}
	w.printf("  declared  %s\n", list(d.Declared))
	w.printf("  needed    %s\n", list(d.Needed))
	w.printf("  used      %s\n", d.usedText())
	if d.Probe != nil {
		w.printf("  probe     %s\n", probeText(*d.Probe))
	}
	for _, note := range d.Notes {
		w.printf("  note      %s\n", note)
	}
}

// usedText lists what binaries show, and the modules of macros that they can't show.
func (d Dependent) usedText() string {
	shown := list(d.Used)
	if len(d.macros) == 0 {
		return shown
	}
	text := list(d.macros) + " (macros: by the source; a binary has no note of them)"
	if len(d.Used) == 0 {
		return text
	}
	return shown + ", " + text
}

func probeText(r Record) string {
	if r.Outcome == Built {
		return "builds without libwildebeest"
	}
	return "fails without: " + printable.Line(r.Broke)
}

// sourcePositions groups findings by name: the first positions, and how many more.
func sourcePositions(found []Finding) []string {
	byName := make(map[string][]string)
	module := make(map[string]string)
	var names []string
	for _, f := range found {
		if byName[f.Name] == nil {
			names = append(names, f.Name)
		}
		byName[f.Name] = append(byName[f.Name], fmt.Sprintf("%s:%d", printable.Name(f.File), f.Line))
		module[f.Name] = f.Module
	}
	slices.Sort(names)
	var lines []string
	for _, name := range names {
		at := byName[name]
		line := fmt.Sprintf("%s (%s) %s", name, module[name], strings.Join(at[:min(len(at), shownFindings)], " "))
		if more := len(at) - shownFindings; more > 0 {
			line += fmt.Sprintf(" and %d more", more)
		}
		lines = append(lines, line)
	}
	return lines
}

func list(modules []string) string {
	if len(modules) == 0 {
		return "none"
	}
	if modules[0] == "" {
		return "all of libwildebeest"
	}
	return strings.Join(modules, " ")
}

// writer keeps the first error of many prints.
type writer struct {
	out io.Writer
	err error
}

func (w *writer) printf(format string, args ...any) {
	if w.err == nil {
		_, w.err = fmt.Fprintf(w.out, format, args...)
	}
}
