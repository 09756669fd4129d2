// Package report holds what a scan found and writes it for people and for
// programs. The JSON form is described by report.schema.json.
package report

import (
	"cmp"
	"maps"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// Remedy is what to do about a finding.
type Remedy = gnuism.Remedy

// The rules of findings that come from the database; rules in code have ids of
// their own.
const (
	RuleGNUism   = "gnuism"          // musl has it nowhere
	RuleInclude  = "missing-include" // musl declares it in a header that is not included
	RuleLink     = "link-only"       // musl declares it and defines it nowhere
	RuleLFS64    = "lfs64"           // a *64 name of the large file interface
	RuleFeature  = "feature"         // musl shows it only under a feature macro
	RulePrivate  = "private-header"  // an include of a header private to glibc
	RuleGuard    = "guard"           // conditions that know glibc and not musl
	RuleClash    = "clash"           // a kernel header against musl's own
	RuleRedirect = "legacy-header"   // a header that musl has only to warn about its name
)

// How sure a finding is, from most to least.
const (
	Parsed    = "parsed"    // a parser resolved the name to a header of glibc
	Reachable = "reachable" // a header that shows it is included, and the place looks like a use
	Lexical   = "lexical"   // the word stands there; it may be something else
)

// What a finding means for the tree.
const (
	Build  = "build"  // the default build fails without the remedy
	Behave = "behave" // it builds, and does something else than on glibc
	Only   = "only"   // concerns a fallback, an option, a test or another system
	Unsure = "unsure" // what cannot be seen may bring the name, or do without it
)

// Levels lists them, the weightiest first.
var Levels = []string{Build, Behave, Unsure, Only}

// Finding is one place that needs a change, or a library, on musl.
type Finding struct {
	Rule       string `json:"rule"`       // one of the rules above, or the id of one in code
	Name       string `json:"name"`       // the name, the header, or the word of the rule
	Kind       string `json:"kind"`       // of the name, as gnuism.Kind has it
	File       string `json:"file"`       // relative to the tree, with slashes
	Line       int    `json:"line"`       // from 1
	Column     int    `json:"column"`     // in bytes, from 1
	Text       string `json:"text"`       // the line, trimmed
	Guard      string `json:"guard"`      // the #if conditions it stands under, joined by &&
	Level      string `json:"level"`      // one of the constants above
	Confidence string `json:"confidence"` // how sure it is: Parsed, Reachable or Lexical
	Remedy     Remedy `json:"remedy"`     // what to do about it
}

// Needed reports whether the tree needs the remedy, to build or to behave.
func (f *Finding) Needed() bool { return f.Level == Build || f.Level == Behave }

// Note is a file that was not read, or not in full, and why.
type Note struct {
	File string `json:"file"` // relative to the tree, with slashes
	Text string `json:"text"` // what was left out, and why
}

// Summary is what a packager wants first.
type Summary struct {
	Files    int            `json:"files"`    // that were read
	Bytes    int64          `json:"bytes"`    // of these files
	Findings int            `json:"findings"` // needed or not
	Modules  []string       `json:"modules"`  // of libwildebeest without which it does not build, sorted
	Includes int            `json:"includes"` // #include lines to add to build, counted by file
	Porting  int            `json:"porting"`  // names with no shim and no include, to build
	Behave   []string       `json:"behave"`   // further modules that make it do what it does on glibc, sorted
	Levels   map[string]int `json:"levels"`   // findings by level
	Remedies map[string]int `json:"remedies"` // findings to build by kind of remedy
}

// Report is the result of one scan.
type Report struct {
	Tool     string    `json:"tool"`     // "wildebeest"
	Target   string    `json:"target"`   // the release of musl; of an upgrade, both releases with "to" between them
	Tree     string    `json:"tree"`     // what was scanned, as it was named
	Summary  Summary   `json:"summary"`  // of Findings
	Findings []Finding `json:"findings"` // needed or not
	Notes    []Note    `json:"notes"`    // what could not be read
	// Freed are, where the report is about an upgrade of the C library, findings with
	// the older release that are none with the newer.
	Freed []Finding `json:"freed,omitempty"`
	// Rules says what each rule in code is about, by its id, for the forms that
	// tell people. JSON has the ids alone.
	Rules map[string]string `json:"-"`
	// Docs are the documents of the rules in code, in Markdown, by id.
	Docs map[string]string `json:"-"`
	// Within is the tree's path in the repository, for the forms that name files there;
	// "" is the repository itself, or none.
	Within string `json:"-"`
	// All has Text show every place; otherwise it has a line for each remedy and rule.
	All bool `json:"-"`
}

// Finish sorts the findings and counts the summary.
func (r *Report) Finish() {
	slices.SortFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Rule, b.Rule))
	})
	slices.SortFunc(r.Notes, func(a, b Note) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Text, b.Text)) })
	r.Summary.count(r.Findings)
}

// count fills in what the findings say.
func (s *Summary) count(findings []Finding) {
	s.Findings, s.Levels, s.Remedies = len(findings), map[string]int{}, map[string]int{}
	modules, behave, includes, porting := map[string]bool{}, map[string]bool{}, map[[2]string]bool{}, map[string]bool{}
	for i := range findings {
		f := &findings[i]
		s.Levels[f.Level]++
		if f.Level == Behave && f.Remedy.Kind == gnuism.Shim {
			behave[f.Remedy.Module] = true
		}
		if f.Level != Build {
			continue
		}
		s.Remedies[f.Remedy.Kind]++
		switch f.Remedy.Kind {
		case gnuism.Shim:
			modules[f.Remedy.Module] = true
		case gnuism.Include:
			includes[[2]string{f.File, f.Remedy.Header}] = true
		default:
			porting[f.Name] = true
		}
	}
	maps.DeleteFunc(behave, func(m string, _ bool) bool { return modules[m] })
	s.Modules, s.Behave = sorted(modules), sorted(behave)
	s.Includes, s.Porting = len(includes), len(porting)
}

// sorted lists the members of a set; of none it is an empty list, not null.
func sorted(set map[string]bool) []string {
	return slices.AppendSeq([]string{}, slices.Values(slices.Sorted(maps.Keys(set))))
}
