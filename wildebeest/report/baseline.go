package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// Baseline is findings that are known: a later scan tells of the others.
type Baseline struct {
	Version int     `json:"version"` // BaselineVersion
	Known   []Known `json:"known"`   // each once
}

// BaselineVersion is the form of the file.
const BaselineVersion = 1

// Known is a finding wherever its line has moved to in the file.
type Known struct {
	File  string `json:"file"`  // printable.Percent of it
	Rule  string `json:"rule"`  // as Finding has it
	Name  string `json:"name"`  // as Finding has it
	Text  string `json:"text"`  // of the line
	Count int    `json:"count"` // how often the file has it
}

// key is a finding without its place in the file and its count.
func (f *Finding) key() Known {
	return Known{File: printable.Percent(f.File), Rule: f.Rule, Name: f.Name, Text: f.Text}
}

// Baseline returns the findings of a report as known ones, in their order.
func (r *Report) Baseline() *Baseline {
	b := &Baseline{Version: BaselineVersion, Known: []Known{}}
	at := map[Known]int{}
	for i := range r.Findings {
		k := r.Findings[i].key()
		n, ok := at[k]
		if !ok {
			n = len(b.Known)
			at[k] = n
			b.Known = append(b.Known, k)
		}
		b.Known[n].Count++
	}
	return b
}

// JSON returns the text of a baseline file.
func (b *Baseline) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}

// ReadBaseline reads the text of a baseline file.
func ReadBaseline(text []byte) (*Baseline, error) {
	b := new(Baseline)
	in := json.NewDecoder(bytes.NewReader(text))
	in.DisallowUnknownFields()
	if err := in.Decode(b); err != nil {
		return nil, fmt.Errorf("no baseline: %w", err)
	}
	if b.Version != BaselineVersion {
		return nil, fmt.Errorf("a baseline of version %d, and this program reads %d: write it again with --write-baseline", b.Version, BaselineVersion)
	}
	return b, nil
}

// Without removes the findings that a baseline knows, as many of each as it counts,
// and counts the summary again.
func (r *Report) Without(b *Baseline) {
	left := map[Known]int{}
	for _, k := range b.Known {
		n := k.Count
		k.Count = 0
		left[k] += n
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		k := f.key()
		left[k]--
		return left[k] >= 0
	})
	r.Summary.count(r.Findings)
}

// Difference is what has changed between two reports.
type Difference struct {
	Old      string    `json:"old"`      // the tree of the older report
	New      string    `json:"new"`      // the tree of the newer one
	Added    []Finding `json:"added"`    // what the older report lacks
	Resolved []Finding `json:"resolved"` // what the newer report lacks
}

// Compare says which findings of a newer report an older one lacks, and the reverse,
// wherever their lines are.
func Compare(older, newer *Report) *Difference {
	without := func(a, b *Report) []Finding {
		left := *a
		left.Findings = slices.Clone(a.Findings)
		left.Without(b.Baseline())
		return append([]Finding{}, left.Findings...)
	}
	return &Difference{Old: older.Tree, New: newer.Tree, Added: without(newer, older), Resolved: without(older, newer)}
}
