package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/trial"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/tsv"
)

// A subject is a package of packages.tsv: a source of Debian's.
type subject struct{ Name, Version, SHA256 string }

func (s subject) source() draft.Source {
	return draft.Source{Name: s.Name, Version: s.Version,
		Upstream: recipe.Upstream{Location: "debian:" + s.Name + "@" + s.Version, SHA256: s.SHA256}}
}

func readSubjects(dir string) ([]subject, error) {
	var out []subject
	err := tsv.ReadFile(filepath.Join(dir, "packages.tsv"), 3, func(c []string) error {
		out = append(out, subject{c[0], c[1], c[2]})
		return nil
	})
	return out, err
}

// A truth is what building proves of a package.
type truth struct {
	Name, Version string
	Outcome       string   // as trial has it
	Modules       []string // the least that it needs
	Mended        bool     // a mechanical patch besides
	Cause         string   // why it is built by nothing
	First         string   // the first error without libwildebeest
}

func truthOf(r *trial.Result) truth {
	t := truth{Name: r.Name, Version: r.Version, Outcome: r.Outcome, Cause: r.Cause, First: tidy(r.First)}
	if r.Needs != nil {
		t.Modules, t.Mended = r.Needs.Modules, r.Needs.Mended
	}
	return t
}

// Counts tells whether the package proves something of the verdict: it was built in the
// end.
func (t truth) Counts() bool { return t.Outcome != trial.Fails }

// Needs tells whether it is not built as it is.
func (t truth) Needs() bool { return t.Outcome == trial.WithModules || t.Outcome == trial.Mended }

const mended = "+patch"

func (t truth) cells() []string {
	needs := slices.Clone(t.Modules)
	if t.Mended {
		needs = append(needs, mended)
	}
	return []string{t.Name, t.Version, t.Outcome, strings.Join(needs, " "), t.Cause, t.First}
}

func readTruth(dir string) (map[string]truth, error) {
	all := map[string]truth{}
	file := filepath.Join(dir, "truth.tsv")
	if _, err := os.Stat(file); os.IsNotExist(err) {
		return all, nil
	}
	err := tsv.ReadFile(file, 6, func(c []string) error {
		t := truth{Name: c[0], Version: c[1], Outcome: c[2], Modules: strings.Fields(c[3]), Cause: c[4], First: c[5]}
		if n := len(t.Modules); n > 0 && t.Modules[n-1] == mended {
			t.Modules, t.Mended = t.Modules[:n-1], true
		}
		all[t.Name] = t
		return nil
	})
	return all, err
}

const truthHead = `# Written by "go run ./conformance/trials": what building proves of each package.
# package	version	outcome	needs	cause	first error without libwildebeest
`

func writeTruth(dir string, all map[string]truth) error {
	var b strings.Builder
	b.WriteString(truthHead)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintln(&b, strings.Join(all[name].cells(), "\t"))
	}
	return durable.WriteFile(filepath.Join(dir, "truth.tsv"), []byte(b.String()), 0o644)
}

// maxError bounds an error in the table, in runes.
const maxError = 120

// tidy makes an error fit a table's cell.
func tidy(text string) string {
	text = strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "/")
	if runes := []rune(text); len(runes) > maxError {
		text = string(runes[:maxError-1]) + "…"
	}
	return text
}

func sorted(of map[string]int) []string { return slices.Sorted(maps.Keys(of)) }
