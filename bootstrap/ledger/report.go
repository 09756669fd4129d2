package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// A Dependent is a package that depends on libwildebeest, by any evidence.
type Dependent struct {
	Record
	Needed []string `json:"needed"`          // modules, by the scan
	Used   []string `json:"used"`            // modules, by the notes in the binaries
	Probe  *Record  `json:"probe,omitempty"` // the last build without libwildebeest
	Notes  []string `json:"notes,omitempty"` // where the evidence differs

	// macros are the declared modules that the source needs and that consist of
	// macros, of which a binary has no note.
	macros []string
}

// A Report says which packages depend on libwildebeest.
type Report struct {
	Packages   int         `json:"packages"`   // recorded ones, dependents or not
	Dependents []Dependent `json:"dependents"` // sorted by name
	// Patched are the packages whose sources are patched: failures, as
	// libwildebeest is there to make patches unnecessary.
	Patched []Patched `json:"patched"`
	History []Change  `json:"history"` // the oldest first
}

// Patched is a package with patches of its recipe's.
type Patched struct {
	Name    string   `json:"name"`    // of the package
	Version string   `json:"version"` // of its upstream
	Release int      `json:"release"` // of its recipe
	Patches []string `json:"patches"` // file names, in the order in which they are applied
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
		d.Notes = d.differences()
		d.macros = d.needing(macroOnly)
		report.Dependents = append(report.Dependents, d)
	}
	slices.SortFunc(report.Dependents, func(a, b Dependent) int { return strings.Compare(a.Name, b.Name) })
	return report
}

// needing are the declared modules that the source needs and a binary can't show.
func (d Dependent) needing(macroOnly func(string) bool) []string {
	var modules []string
	for _, module := range d.Declared {
		if module != "" && macroOnly(module) && slices.Contains(d.Needed, module) {
			modules = append(modules, module)
		}
	}
	return modules
}

// builtWith tells whether the package is built with libwildebeest: it declares
// modules, or a binary contains one. A source that only names what a module
// provides may have a fallback.
func (d Dependent) builtWith() bool { return len(d.Declared)+len(d.Used) > 0 }

// differences says where the three kinds of evidence disagree, and what to do.
func (d Dependent) differences() []string {
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
