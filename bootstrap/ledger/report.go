package ledger

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Dependent is a package that leans on libwildebeest, by any testimony.
type Dependent struct {
	Record
	Needed []string `json:"needed"`          // modules, by the scan
	Used   []string `json:"used"`            // modules, by the notes in the binaries
	Probe  *Record  `json:"probe,omitempty"` // the last build without libwildebeest
	Notes  []string `json:"notes,omitempty"` // where the testimonies differ
}

// Report is who leans on libwildebeest.
type Report struct {
	Packages   int         `json:"packages"` // recorded ones, dependents or not
	Dependents []Dependent `json:"dependents"`
	// Patched are the packages whose sources are patched: failures, as what is
	// here is for building without.
	Patched []Patched `json:"patched"`
	History []Change  `json:"history"`
}

// Patched is a package with patches of its recipe's.
type Patched struct {
	Name    string   `json:"name"`
	Version string   `json:"version"`
	Release int      `json:"release"`
	Patches []string `json:"patches"`
}

// Make reports on the named packages as they were last recorded. macroOnly
// tells the modules that leave no note in a binary.
func (l *Ledger) Make(names []string, macroOnly func(module string) bool) Report {
	latest := l.Latest(names)
	report := Report{Packages: len(latest), Dependents: []Dependent{}, Patched: []Patched{}, History: l.History(names)}
	for _, r := range latest {
		if len(r.Patches) > 0 {
			report.Patched = append(report.Patched, Patched{r.Name, r.Version, r.Release, r.Patches})
		}
		d := Dependent{Record: r, Needed: r.Needed(), Used: r.Used(), Probe: l.Probe(r.Name)}
		if d.Probe != nil && d.Probe.Version != r.Version {
			d.Probe = nil
		}
		if len(r.Declared)+len(d.Needed)+len(d.Used) == 0 {
			continue
		}
		d.Notes = d.differences(macroOnly)
		report.Dependents = append(report.Dependents, d)
	}
	slices.SortFunc(report.Dependents, func(a, b Dependent) int { return strings.Compare(a.Name, b.Name) })
	return report
}

// leans tells whether the package is built with libwildebeest: it declares modules,
// or a binary contains one. A source that only names what a module provides may
// have a fallback.
func (d Dependent) leans() bool { return len(d.Declared)+len(d.Used) > 0 }

// differences says where the three testimonies disagree, and what to do.
func (d Dependent) differences(macroOnly func(string) bool) []string {
	var notes []string
	all := slices.Contains(d.Declared, "")
	for _, module := range d.Declared {
		if module == "" || slices.Contains(d.Used, module) || slices.Contains(d.Needed, module) {
			continue
		}
		notes = append(notes, fmt.Sprintf("%s is declared, but neither the source nor a binary shows it: `bootstrap probe %s`", module, d.Name))
	}
	for _, module := range d.Needed {
		if !all && !slices.Contains(d.Declared, module) {
			notes = append(notes, fmt.Sprintf("the source uses %s, which the recipe does not declare", module))
		}
	}
	// Modules use each other: of a package that declares some, a binary contains more.
	if len(d.Declared) == 0 {
		for _, module := range d.Used {
			notes = append(notes, fmt.Sprintf("a binary contains %s, though the recipe declares no module: a library that it links has it", module))
		}
	}
	if d.Probe != nil && d.Probe.Outcome == Built {
		notes = append(notes, "it builds without libwildebeest: the dependency can be dropped")
	}
	return notes
}

// shownFindings bounds the places listed for one name; the JSON has all.
const shownFindings = 3

// WriteText prints the report for people.
func (r Report) WriteText(out io.Writer, macroOnly func(module string) bool) error {
	w := &writer{out: out}
	var leaning, without []Dependent
	for _, d := range r.Dependents {
		if d.leans() {
			leaning = append(leaning, d)
		} else {
			without = append(without, d)
		}
	}
	switch len(leaning) {
	case 0:
		w.printf("none of %d packages leans on libwildebeest\n", r.Packages)
	default:
		w.printf("%d of %d packages: leaning on libwildebeest\n", len(leaning), r.Packages)
	}
	for _, d := range leaning {
		w.printf("\n%s %s-%d\n", d.Name, d.Version, d.Release)
		for _, line := range places(d.Found) {
			w.printf("  found     %s\n", line)
		}
		w.printf("  declared  %s\n", list(d.Declared))
		w.printf("  needed    %s\n", list(d.Needed))
		w.printf("  used      %s\n", d.usedText(macroOnly))
		if d.Probe != nil {
			w.printf("  probe     %s\n", probeText(*d.Probe))
		}
		for _, note := range d.Notes {
			w.printf("  note      %s\n", note)
		}
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

// usedText lists what binaries show, and the macro-only modules that can't show.
func (d Dependent) usedText(macroOnly func(string) bool) string {
	shown := list(d.Used)
	var silent []string
	for _, module := range d.Declared {
		if module != "" && macroOnly(module) && slices.Contains(d.Needed, module) {
			silent = append(silent, module)
		}
	}
	if len(silent) == 0 {
		return shown
	}
	text := list(silent) + " (macros: by the source; a binary has no note of them)"
	if len(d.Used) == 0 {
		return text
	}
	return shown + ", " + text
}

func probeText(r Record) string {
	if r.Outcome == Built {
		return "builds without libwildebeest"
	}
	return "fails without: " + r.Broke
}

// places groups findings by name: the first places, and how many more.
func places(found []Finding) []string {
	byName := make(map[string][]string)
	module := make(map[string]string)
	var names []string
	for _, f := range found {
		if byName[f.Name] == nil {
			names = append(names, f.Name)
		}
		byName[f.Name] = append(byName[f.Name], fmt.Sprintf("%s:%d", f.File, f.Line))
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
