// Package fix mends what findings say where that is mechanical: it adds includes, puts
// the header that POSIX names in the place of an old one, and writes portable spellings.
package fix

import (
	"cmp"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// edit replaces bytes of a text; of none it inserts.
type edit struct {
	from, to int
	text     string
}

// Text mends a file by the findings that are in it, and returns which of them it mended,
// by their places in the list. What is unsure, or concerns something else than the
// default build, is left alone.
func Text(src []byte, findings []report.Finding) (out []byte, mended []int) {
	lines := starts(src)
	var edits []edit
	for i := range findings {
		f := &findings[i]
		if !f.Needed() || f.Line < 1 || f.Line > len(lines) {
			continue
		}
		at := lines[f.Line-1] + max(f.Column, 1) - 1
		e, ok := of(src, f, min(at, len(src)))
		if !ok {
			continue
		}
		mended = append(mended, i)
		if !slices.Contains(edits, e) {
			edits = append(edits, e)
		}
	}
	return apply(src, edits), mended
}

// of is the edit that mends a finding at a place.
func of(src []byte, f *report.Finding, at int) (edit, bool) {
	switch {
	case f.Remedy.Kind == gnuism.Include && f.Kind == string(gnuism.HeaderKind):
		return otherHeader(src, f, at)
	case f.Remedy.Kind == gnuism.Include:
		line := "#include <" + f.Remedy.Header + ">\n"
		where, ok := includePlace(src)
		if ok && where > 0 && src[where-1] != '\n' {
			line = "\n" + line
		}
		return edit{where, where, line}, ok
	}
	return spelling(src, f, at)
}

// otherHeader puts the header's name in the place of the one that the line has.
func otherHeader(src []byte, f *report.Finding, at int) (edit, bool) {
	end := at + strings.IndexByte(string(src[at:])+"\n", '\n')
	i := strings.Index(string(src[at:end]), f.Name)
	if i < 0 {
		return edit{}, false
	}
	return edit{at + i, at + i + len(f.Name), f.Remedy.Header}, true
}

// starts are the places where lines begin.
func starts(src []byte) []int {
	out := []int{0}
	for i, b := range src {
		if b == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}

// apply does edits, of which no two overlap but for insertions; a later one that does
// is left out.
func apply(src []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.text, b.text)) })
	var out []byte
	done := 0
	for _, e := range edits {
		if e.from < done {
			continue
		}
		out = append(append(out, src[done:e.from]...), e.text...)
		done = e.to
	}
	return append(out, src[done:]...)
}
