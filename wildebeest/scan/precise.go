package scan

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/parse"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// Precision says when the parser is asked.
type Precision string

// The values of --precise.
const (
	Auto   Precision = "auto"   // for findings that the lexer leaves unsure
	Always Precision = "always" // for every finding that a parser can judge
	Never  Precision = "never"
)

// refine asks the parser about findings, unit by unit, and returns those that
// stand. Where it can't tell, the lexer's answer stays.
func (t *tree) refine(ctx context.Context, src srctree.Source, when Precision, findings []found) ([]report.Finding, []report.Note) {
	byUnit := map[int32][]int{}
	for i := range findings {
		if f := &findings[i]; when != Never && (when == Always || f.Confidence == report.Lexical) && parseable(gnuism.Kind(f.Kind)) && !t.files[f.unit].Cpp {
			byUnit[f.unit] = append(byUnit[f.unit], i)
		}
	}
	var notes []report.Note
	if t.s.dirsErr != nil && len(byUnit) > 0 {
		notes = append(notes, report.Note{File: ".", Text: fmt.Sprintf("not parsed: %v", t.s.dirsErr)})
		byUnit = nil
	}
	var mu sync.Mutex
	dropped := make([]bool, len(findings))
	units := make([]int32, 0, len(byUnit))
	for u := range byUnit {
		units = append(units, u)
	}
	slices.Sort(units)
	parsers := parse.NewPool(t.s.jobs, len(units), t.s.dirs)
	defer parsers.Close()
	t.s.parallel(ctx, len(units), func(k int) {
		unit := units[k]
		seen, whole, err := parsers.Unit(ctx, parserTree{t, src}, t.files[unit].Path, names(findings, byUnit[unit]))
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			notes = append(notes, report.Note{File: t.files[unit].Path, Text: "not parsed: " + err.Error()})
		}
		for _, i := range byUnit[unit] {
			f := &findings[i]
			switch seen[parse.Spot{Name: f.Name, File: f.File, Line: f.Line}] {
			case parse.OfSystem:
				f.Confidence = report.Parsed
			case parse.OfTree:
				dropped[i] = true
			case parse.Unseen:
				// A name in a macro that the unit never expands does no harm.
				if f.inMacro && seen[parse.Spot{Name: f.Name}] == parse.OfSystem {
					f.Confidence = report.Parsed
				} else if f.inMacro && whole && !t.files[t.byPath[f.File]].Header {
					dropped[i] = true
				}
			}
		}
	})
	var out []report.Finding
	for i := range findings {
		if !dropped[i] {
			out = append(out, findings[i].Finding)
		}
	}
	return out, notes
}

// names lists the names of some findings, each once.
func names(findings []found, of []int) []string {
	var out []string
	for _, i := range of {
		out = append(out, findings[i].Name)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// parseable reports whether a parser sees names of the kind: macros are gone
// before it starts.
func parseable(k gnuism.Kind) bool {
	switch k {
	case gnuism.Function, gnuism.Type, gnuism.Variable, gnuism.EnumConst, gnuism.Tag:
		return true
	}
	return false
}
