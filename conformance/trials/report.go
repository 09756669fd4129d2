package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/musl"
)

// A score is how often the verdict is right.
type score struct{ said, needed, both int }

func (s score) String() string {
	return fmt.Sprintf("precision %s, recall %s (%d said, %d needed, %d both)", percent(s.both, s.said), percent(s.both, s.needed), s.said, s.needed, s.both)
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
}

func (s *score) add(said, needed bool) {
	if said {
		s.said++
	}
	if needed {
		s.needed++
	}
	if said && needed {
		s.both++
	}
}

// A tally is all rows counted.
type tally struct {
	packages, modules score
	outcomes          map[string]int
	causes            map[string]int
	rows              int
}

func count(rows []row) *tally {
	t := &tally{outcomes: map[string]int{}, causes: map[string]int{}, rows: len(rows)}
	for _, r := range rows {
		t.outcomes[r.Truth.Outcome]++
		switch {
		case r.Truth.Counts():
		case r.Foretold: // no module cures what the scan found: a name to port
			t.packages.add(true, true)
			continue
		default:
			t.causes[r.Truth.Cause]++
			continue
		}
		t.packages.add(r.Said.NeedsSomething(), r.Truth.Needs())
		for _, m := range slices.Compact(slices.Sorted(slices.Values(slices.Concat(r.Said.Build, r.Truth.Modules)))) {
			t.modules.add(slices.Contains(r.Said.Build, m), slices.Contains(r.Truth.Modules, m))
		}
	}
	return t
}

func (t *tally) String() string {
	return fmt.Sprintf("%d packages: %s\npackages: %v\nmodules: %v", t.rows, counts(t.outcomes), t.packages, t.modules)
}

func counts(of map[string]int) string {
	var parts []string
	for _, name := range sorted(of) {
		parts = append(parts, fmt.Sprintf("%d %s", of[name], name))
	}
	return strings.Join(parts, ", ")
}

var head = `# The verdict against builds

Written by ` + "`make trials`" + `: packages of Debian that have no recipe here, each with the recipe
that ` + "`bootstrap try`" + ` drafts, unedited, built against musl ` + musl.Stage3().Version + ` with clang %s. *Said* is what
the scan says that the build needs, before anything is built: modules of libwildebeest, or
n files that lack an include, or n names to port. *Needs* is the least with which it
builds; +patch is what ` + "`wildebeest scan --format patch`" + ` writes. What nothing builds says
nothing of the verdict, unless its first error is where the scan has a finding: such a
package counts as one that needs something. Why is in the second table.

`

func writeReport(dir, compiler string, rows []row) error {
	var b strings.Builder
	t := count(rows)
	fmt.Fprintf(&b, head, compiler)
	fmt.Fprintf(&b, "%d packages: %s.\n\n- packages: %v\n- modules: %v\n- not built, and not foretold: %s\n\n", t.rows, counts(t.outcomes), t.packages, t.modules, counts(t.causes))
	b.WriteString("| package | version | said | needs | |\n|---|---|---|---|---|\n")
	for _, r := range rows {
		if r.Truth.Counts() {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.Name, r.Version, saidText(r), needsText(r.Truth), remark(r))
		}
	}
	b.WriteString("\n## Not built\n\n| package | version | why | first error | |\n|---|---|---|---|---|\n")
	for _, r := range rows {
		if !r.Truth.Counts() {
			fmt.Fprintf(&b, "| %s | %s | %s | `%s` | %s |\n", r.Name, r.Version, r.Truth.Cause, strings.ReplaceAll(r.Truth.First, "`", "'"), foretold(r))
		}
	}
	return durable.WriteFile(filepath.Join(dir, "trials.md"), []byte(b.String()), 0o644)
}

func foretold(r row) string {
	if r.Foretold {
		return "said: " + saidText(r)
	}
	return ""
}

// remark names what is wrong with a verdict.
func remark(r row) string {
	switch said, needs := r.Said.NeedsSomething(), r.Truth.Needs(); {
	case said && !needs:
		return "false"
	case !said && needs:
		return "missed: `" + strings.ReplaceAll(r.Truth.First, "`", "'") + "`"
	}
	return ""
}

func saidText(r row) string {
	parts := slices.Clone(r.Said.Build)
	for _, n := range []struct {
		n    int
		what string
	}{{r.Said.Includes, "includes"}, {r.Said.Porting, "to port"}} {
		if n.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n.n, n.what))
		}
	}
	return dash(strings.Join(parts, " "))
}

func needsText(t truth) string { return dash(t.cells()[3]) }

func dash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}
