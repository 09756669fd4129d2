package suite

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
	"github.com/serpent-os/wildebeest/musl"
)

// The files beside the recipe.
const (
	reasonsFile  = "reasons.tsv"
	resultsFile  = "results.tsv"
	markdownFile = "results.md"
)

// A row is one test on both libcs.
type row struct {
	Test, Glibc, Musl string
	Last              string // what it said last on musl, where it differs
	Reason            string // of reasons.tsv
}

// rank orders outcomes: less is better.
var rank = map[string]int{Pass: 0, Skip: 1, Fail: 2, Timeout: 2, absent: 3}

// worse says that musl does not do what glibc does.
func (r row) worse() bool { return rank[r.Musl] > rank[r.Glibc] }

// compare makes the rows, sorted by test.
func compare(musl, glibc map[string]Result, reasons map[string]string) []row {
	names := make(map[string]bool)
	for name := range maps.Keys(musl) {
		names[name] = true
	}
	for name := range maps.Keys(glibc) {
		names[name] = true
	}
	outcome := func(of map[string]Result, name string) string {
		if r, ok := of[name]; ok {
			return r.Outcome
		}
		return absent
	}
	var rows []row
	for _, name := range slices.Sorted(maps.Keys(names)) {
		r := row{Test: name, Glibc: outcome(glibc, name), Musl: outcome(musl, name), Reason: reasons[name]}
		if r.Glibc != r.Musl {
			r.Last = musl[name].Last
		}
		rows = append(rows, r)
	}
	return rows
}

// readReasons reads reasons.tsv: test, tab, why it does better on glibc.
func readReasons(dir string) (map[string]string, error) {
	reasons := make(map[string]string)
	err := tsv.ReadFile(filepath.Join(dir, reasonsFile), 2, func(fields []string) error {
		if fields[1] == "" {
			return fmt.Errorf("%s has no reason", fields[0])
		}
		reasons[fields[0]] = fields[1]
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return reasons, nil
	}
	return reasons, err
}

func count(rows []row, side func(row) string) map[string]int {
	counts := make(map[string]int)
	for _, r := range rows {
		counts[side(r)]++
	}
	return counts
}

func ofGlibc(r row) string { return r.Glibc }
func ofMusl(r row) string  { return r.Musl }

// verdict lists what must not be: what is unexplained, and fewer passes than glibc
// where they have to match.
func (s Suite) verdict(rows []row) []string {
	var problems []string
	glibc, musl := count(rows, ofGlibc)[Pass], count(rows, ofMusl)[Pass]
	if s.Match && musl < glibc {
		problems = append(problems, fmt.Sprintf("%d tests pass on musl, %d on glibc", musl, glibc))
	}
	return append(problems, unexplained(rows)...)
}

// unexplained lists the tests that do worse without a reason, and the reasons that
// are no longer needed.
func unexplained(rows []row) []string {
	var problems []string
	for _, r := range rows {
		switch {
		case r.worse() && r.Reason == "":
			problems = append(problems, fmt.Sprintf("%s: %s on glibc, %s on musl, and no reason in %s; it said: %s", r.Test, r.Glibc, r.Musl, reasonsFile, r.Last))
		case !r.worse() && r.Reason != "":
			problems = append(problems, fmt.Sprintf("%s does as well on musl; remove its reason from %s", r.Test, reasonsFile))
		}
	}
	return problems
}

// markdown is the summary and the tests that differ.
func markdown(rows []row) string {
	var text strings.Builder
	text.WriteString("| libc | tests | pass | skip | fail | timeout |\n|---|---|---|---|---|---|\n")
	for _, libc := range []struct {
		name string
		side func(row) string
	}{{"glibc 2.36", ofGlibc}, {"musl " + musl.Stage3().Version + " + libwildebeest", ofMusl}} {
		c := count(rows, libc.side)
		fmt.Fprintf(&text, "| %s | %d | %d | %d | %d | %d |\n", libc.name, len(rows)-c[absent], c[Pass], c[Skip], c[Fail], c[Timeout])
	}
	text.WriteString("\n| test that differs | glibc | musl | why |\n|---|---|---|---|\n")
	for _, r := range rows {
		if r.Glibc == r.Musl {
			continue
		}
		fmt.Fprintf(&text, "| %s | %s | %s | %s |\n", r.Test, r.Glibc, r.Musl, r.Reason)
	}
	return text.String()
}

// writeTables replaces results.tsv and results.md.
func (s Suite) writeTables(dir string, rows []row) error {
	var tsv strings.Builder
	fmt.Fprintf(&tsv, "# The tests of %s %s, by make %s: test, on glibc, on musl\n", s.Name, s.Version, s.recipe())
	for _, r := range rows {
		fmt.Fprintf(&tsv, "%s\t%s\t%s\n", r.Test, r.Glibc, r.Musl)
	}
	page := fmt.Sprintf("# The tests of %s %s\n\nWritten by `make %s`: the same tree and configuration, as an ordinary user.\n\n", s.Name, s.Version, s.recipe()) + markdown(rows)
	for name, text := range map[string]string{resultsFile: tsv.String(), markdownFile: page} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
