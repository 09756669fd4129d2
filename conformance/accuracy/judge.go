package main

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// compare fills in the counts. A fault without a name that stands on a line
// with a named one, or right after, only follows from it.
func (r *result) compare(truth []fault, live map[spot]bool, findings []report.Finding) error {
	byName, byLine := map[[2]string]bool{}, map[spot]bool{}
	for _, f := range findings {
		name := f.Name[strings.LastIndexAny(f.Name, " .")+1:]
		byName[[2]string{f.File, name}] = true
		byLine[spot{f.File, f.Line}] = true
	}
	trueName, trueLine := map[[2]string]bool{}, map[spot]bool{}
	db, err := gnuism.Load()
	if err != nil {
		return err
	}
	named := map[spot]bool{}
	for _, f := range truth {
		if f.Name != "" {
			named[spot{f.File, f.Line}] = true
		}
	}
	seen := map[[2]string]bool{}
	for _, f := range truth {
		name := f.Name[strings.LastIndexByte(f.Name, ' ')+1:]
		spots := append([]spot{{f.File, f.Line}}, f.Also...)
		hit := false
		for _, s := range spots {
			trueLine[s] = true
			trueName[[2]string{s.File, name}] = true
			hit = hit || byName[[2]string{s.File, name}] || byLine[s] || f.Name == "" && (byLine[spot{s.File, s.Line - 1}] || byLine[spot{s.File, s.Line + 1}])
		}
		key := [2]string{f.File, name}
		if f.Name != "" && !shown(db, f, name) {
			continue // the tree's own: its declaration broke before
		}
		if f.Name == "" {
			if named[spot{f.File, f.Line}] || named[spot{f.File, f.Line - 1}] {
				continue
			}
			key[1] = fmt.Sprint(f.Line)
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		r.truths++
		if hit {
			r.found++
		} else {
			r.misses = append(r.misses, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Text))
		}
	}
	judged := map[[2]string]bool{}
	for _, f := range findings {
		at := spot{f.File, f.Line}
		name := f.Name[strings.LastIndexAny(f.Name, " .")+1:]
		key := [2]string{f.File, name}
		if !f.Needed() || judged[key] || !compilerSees[f.Rule] {
			continue
		}
		// Where a whole header is missing, the compiler gives up on some uses.
		entry, known := db.Lookup(f.Name)
		right := trueName[key] || trueLine[at] || trueLine[spot{at.File, at.Line + 1}] || known && trueName[[2]string{f.File, entry.Home}]
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
	return nil
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
