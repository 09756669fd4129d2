package main

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// compare fills in the counts.
func (r *result) compare(truth []fault, live map[spot]bool, findings []report.Finding) error {
	db, err := gnuism.Load()
	if err != nil {
		return err
	}
	found, faults := newPlaces(), newPlaces()
	for _, f := range findings {
		found.add(spot{f.File, f.Line}, lastWord(f.Name))
	}
	for _, f := range truth {
		for _, s := range f.spots() {
			faults.add(s, f.word())
		}
	}
	r.judgeScanner(db, truth, found)
	r.judgeFindings(db, findings, faults, live)
	return nil
}

// places are where findings or faults are: by line, and by name within a file.
type places struct {
	names map[[2]string]bool // file and name
	lines map[spot]bool
}

func newPlaces() places { return places{map[[2]string]bool{}, map[spot]bool{}} }

func (p places) add(at spot, name string) {
	p.names[[2]string{at.File, name}] = true
	p.lines[at] = true
}

// has tells whether something is known of the name or the line.
func (p places) has(at spot, name string) bool {
	return p.names[[2]string{at.File, name}] || p.lines[at]
}

// lastWord is the identifier of "struct argp" or "argp.parser", which a finding is
// about.
func lastWord(name string) string { return name[strings.LastIndexAny(name, " .")+1:] }

// word is the identifier of "struct argp", or the header.
func (f *fault) word() string { return f.Name[strings.LastIndexByte(f.Name, ' ')+1:] }

func (f *fault) spots() []spot { return append([]spot{{f.File, f.Line}}, f.Also...) }

// foundIn tells whether a finding stands where the fault does; one without a name
// may also be a line off.
func (f *fault) foundIn(p places) bool {
	for _, s := range f.spots() {
		if p.has(s, f.word()) || f.Name == "" && (p.lines[s.next(-1)] || p.lines[s.next(1)]) {
			return true
		}
	}
	return false
}

func (s spot) next(lines int) spot { return spot{s.File, s.Line + lines} }

// judgeScanner counts the faults, each once in a file, and which of them were
// found. A fault without a name on a line with a named one, or right after, only
// follows from it.
func (r *result) judgeScanner(db *gnuism.DB, truth []fault, found places) {
	named := map[spot]bool{}
	for _, f := range truth {
		if f.Name != "" {
			named[spot{f.File, f.Line}] = true
		}
	}
	seen := map[[2]string]bool{}
	for _, f := range truth {
		at, key := spot{f.File, f.Line}, [2]string{f.File, f.word()}
		switch {
		case f.Name == "" && (named[at] || named[at.next(-1)]):
			continue
		case f.Name == "":
			key[1] = fmt.Sprint(f.Line)
		case !shown(db, f, f.word()):
			continue // the tree's own: its declaration broke before
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		r.truths++
		if f.foundIn(found) {
			r.found++
		} else {
			r.misses = append(r.misses, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Text))
		}
	}
}

// judgeFindings counts the findings that a compiler can confirm, each once in a
// file, and which of them it does. What the compiler has no line of and does not
// see says nothing.
func (r *result) judgeFindings(db *gnuism.DB, findings []report.Finding, faults places, live map[spot]bool) {
	judged := map[[2]string]bool{}
	for _, f := range findings {
		at, key := spot{f.File, f.Line}, [2]string{f.File, lastWord(f.Name)}
		if f.Level != report.Build || judged[key] || !compilerSees[f.Rule] {
			continue
		}
		// Where a whole header is missing, the compiler gives up on some uses.
		entry, known := db.Lookup(f.Name)
		right := faults.has(at, key[1]) || faults.lines[at.next(1)] || known && faults.names[[2]string{f.File, entry.Home}]
		if !right && !live[at] {
			continue
		}
		judged[key] = true
		r.judged++
		if right {
			r.right++
		} else {
			r.falseAlarms = append(r.falseAlarms, fmt.Sprintf("%s:%d: %s (%s, %s): %s", f.File, f.Line, f.Name, f.Rule, f.Confidence, f.Text))
		}
	}
}

// shown reports whether a fault is about something that glibc shows: a header,
// a name, a member; or a name that only a library would take for itself.
func shown(db *gnuism.DB, f fault, name string) bool {
	if strings.HasPrefix(name, "_") || strings.HasSuffix(name, ".h") || strings.Contains(f.Text, "member") {
		return true
	}
	if _, ok := db.Ident([]byte(name)); ok {
		return true
	}
	_, ok := db.Tag([]byte(name))
	return ok
}

// compilerSees are the rules that a compiler can confirm; what differs at link
// or run time it can't.
var compilerSees = map[string]bool{
	report.RuleGNUism: true, report.RuleInclude: true, report.RuleLFS64: true, report.RuleFeature: true,
	report.RulePrivate: true, report.RuleGuard: true, report.RuleClash: true,
}
