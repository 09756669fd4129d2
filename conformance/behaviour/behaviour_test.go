package behaviour_test

import (
	"cmp"
	"context"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// A measured program is one with what it does and what the scanner says of it.
type measured struct {
	*program
	glibc, musl string
	cured       string                      // with the modules that the scan names; "" if it names none
	findings    map[string][]report.Finding // by release, those at the levels build and behave
	truth       bool                        // the programs and the scan agree
}

// TestBehaviour runs every program and scans it.
func TestBehaviour(t *testing.T) {
	known := behaviours(t)
	var all []*measured
	for _, row := range rows(known) {
		for _, p := range programs(t, row) {
			all = append(all, &measured{program: p})
		}
	}
	scanAll(t, all)
	runAll(t, all)
	for _, m := range all {
		t.Run(m.String(), func(t *testing.T) {
			m.check(t)
			m.truth = !t.Failed()
		})
	}
	checkCoverage(t, known, all)
	table(t, known, all)
}

// stage3 and newest are the releases that programs run on, and that is told of today.
var stage3, newest = musl.Stage3().String(), musl.Newest().String()

// scanAll scans each program by itself.
func scanAll(t *testing.T, all []*measured) {
	t.Helper()
	var running sync.WaitGroup
	slots := make(chan struct{}, runtime.NumCPU())
	for _, m := range all {
		running.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			m.findings = make(map[string][]report.Finding)
			for _, target := range []string{stage3, newest} {
				r, err := scan.Tree(context.Background(), m.file, scan.Options{Target: target, Std: m.std, Jobs: 1})
				if err != nil {
					t.Error(err)
					return
				}
				m.findings[target] = slices.DeleteFunc(r.Findings, func(f report.Finding) bool { return !f.Needed() })
			}
		})
	}
	running.Wait()
}

// cures are the modules that the scan names for a program, sorted.
func (m *measured) cures() []string {
	var names []string
	for _, f := range m.findings[stage3] {
		if f.Remedy.Kind == gnuism.Shim {
			names = append(names, f.Remedy.Module)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// runAll runs each program with glibc, with musl, and with the modules that the scan
// names.
func runAll(t *testing.T, all []*measured) {
	t.Helper()
	var list []*program
	byCure := make(map[string][]*program)
	cured := make(map[string]bool)
	for _, m := range all {
		list = append(list, m.program)
		if names := m.cures(); m.differs && len(names) > 0 {
			byCure[strings.Join(names, " ")] = append(byCure[strings.Join(names, " ")], m.program)
			for _, name := range names {
				cured[name] = true
			}
		}
	}
	native, plain := glibc().build(t, list), upstream(t).build(t, list)
	withModules := make(map[string]string)
	if len(cured) > 0 {
		lib := newLibrary(t, slices.Sorted(maps.Keys(cured)))
		for names, list := range byCure {
			maps.Copy(withModules, lib.with(t, strings.Fields(names)).build(t, list))
		}
	}
	ownEtc(t)
	for _, m := range all {
		m.glibc, m.musl = run(t, native[m.file]), run(t, plain[m.file])
		if executable := withModules[m.file]; executable != "" {
			m.cured = run(t, executable)
		}
	}
}

// check holds what the scan says against what the programs do.
func (m *measured) check(t *testing.T) {
	if same := m.glibc == m.musl; same == m.differs {
		t.Errorf("glibc:\n%smusl:\n%s", m.glibc, m.musl)
	}
	if m.cured != "" && m.cured != m.glibc {
		t.Errorf("glibc:\n%smusl with %v:\n%s", m.glibc, m.cures(), m.cured)
	}
	for _, target := range []string{stage3, newest} {
		found := false
		for _, f := range m.findings[target] {
			if f.Level == report.Build && (target == stage3 || !m.builds) {
				t.Errorf("%s: line %d: %s %s stops the build, it says; it does not", target, f.Line, f.Rule, f.Name)
			}
			found = found || f.Level == report.Behave && f.Rule == m.rule()
			if !m.differs {
				t.Errorf("%s: line %d: %s %s, it says: %s", target, f.Line, f.Rule, f.Name, cmp.Or(f.Remedy.Text, f.Remedy.Module))
			}
		}
		if ended := target == newest && m.until != "" && !m.builds; m.differs && found == ended {
			t.Errorf("%s: found %v, want %v", target, found, !ended)
		}
	}
}

// rule is the rule of the findings of a row.
func (p *program) rule() string {
	rule, _, _ := strings.Cut(p.row, "/")
	return rule
}

// checkCoverage: each behaviour has programs of both kinds, and each of its names is
// found in one; or a reason says why not. A reason for what has them is stale.
func checkCoverage(t *testing.T, known []behaviour, all []*measured) {
	t.Helper()
	wanted := make(map[[3]string]bool)
	for _, b := range known {
		if b.silent {
			wanted[[3]string{b.row, b.names[0], "silent"}] = true
			continue
		}
		names := b.names
		if names == nil {
			names = []string{"*"}
		}
		alike := false
		for _, name := range names {
			if !slices.ContainsFunc(all, func(m *measured) bool { return m.row == b.row && m.shows(b.rule, name) }) {
				wanted[[3]string{b.row, name, "differs"}] = true
			}
			alike = alike || slices.ContainsFunc(all, func(m *measured) bool { return m.row == b.row && !m.differs && m.mentions(name) })
		}
		if !alike {
			wanted[[3]string{b.row, names[0], "alike"}] = true
		}
	}
	for _, r := range reasons(t) {
		key := [3]string{r.row, r.name, r.side}
		if !wanted[key] {
			t.Errorf("reasons.tsv: %v: there are programs, or there is no such behaviour", key)
		}
		delete(wanted, key)
	}
	for _, key := range slices.SortedFunc(maps.Keys(wanted), func(a, b [3]string) int { return slices.Compare(a[:], b[:]) }) {
		t.Errorf("%s: %s: no program of the kind %s, and no reason", key[0], key[1], key[2])
	}
}

// shows reports whether a program shows what a name does, and the scan finds it there.
func (m *measured) shows(rule, name string) bool {
	return m.differs && slices.ContainsFunc(m.findings[stage3], func(f report.Finding) bool {
		return f.Rule == rule && (name == "*" || f.Name == name)
	})
}

func (m *measured) mentions(name string) bool {
	return name == "*" || regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).MatchString(m.text)
}
