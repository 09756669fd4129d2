package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// JSON writes the whole report as one object.
func (r *Report) JSON(w io.Writer) error {
	enc := json.NewEncoder(printable.JSON(w))
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(r)
}

// headline is the summary in one line, what is weightiest first.
func (r *Report) headline() string {
	s := &r.Summary
	var build, parts []string
	if len(s.Modules) > 0 {
		build = append(build, fmt.Sprintf("%s %s", plural(len(s.Modules), "module"), strings.Join(s.Modules, ", ")))
	}
	if s.Includes > 0 {
		build = append(build, fmt.Sprintf("%d more %s", s.Includes, plural(s.Includes, "include")))
	}
	if s.Porting > 0 {
		build = append(build, fmt.Sprintf("a change for %d %s", s.Porting, plural(s.Porting, "name")))
	}
	if len(build) > 0 {
		parts = append(parts, "to build needs "+strings.Join(build, ", "))
	} else {
		parts = append(parts, "builds on musl as far as this scan can tell")
	}
	if n := s.Levels[Behave]; n > 0 {
		text := fmt.Sprintf("behaves differently at %d %s", n, plural(n, "place"))
		if len(s.Behave) > 0 {
			text += fmt.Sprintf(" (%s %s)", plural(len(s.Behave), "module"), strings.Join(s.Behave, ", "))
		}
		parts = append(parts, text)
	}
	if n := s.Levels[Unsure]; n > 0 {
		parts = append(parts, fmt.Sprintf("unsure of %d", n))
	}
	if n := s.Levels[Only]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d only for fallbacks, options or tests", n))
	}
	return strings.Join(parts, "; ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// SummaryText writes the headline and the size of the scan.
func (r *Report) SummaryText(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%s: %s\n(%s; %d files, %.1f MB, %d findings)\n",
		printable.Name(r.Tree), r.headline(), r.Target, r.Summary.Files, float64(r.Summary.Bytes)/1e6, r.Summary.Findings)
	return err
}

// groups are the remedies in the order that they are shown, and their titles.
var groups = []struct{ kind, title string }{
	{gnuism.Shim, "libwildebeest provides"},
	{gnuism.Include, "an #include is missing"},
	{gnuism.Config, "a feature macro is missing"},
	{gnuism.Alternative, "a portable spelling does the same"},
	{gnuism.None, "nothing stands in"},
}

// Text writes the report for people, grouped by remedy and cause: with the places
// where All is set.
func (r *Report) Text(w io.Writer) error {
	for _, g := range groups {
		var list []Finding
		for _, f := range r.Findings {
			if f.Remedy.Kind == g.kind {
				list = append(list, f)
			}
		}
		if len(list) == 0 {
			continue
		}
		slices.SortStableFunc(list, func(a, b Finding) int {
			return strings.Compare(a.Remedy.Module+"\x00"+a.Remedy.Header+"\x00"+a.Name, b.Remedy.Module+"\x00"+b.Remedy.Header+"\x00"+b.Name)
		})
		if _, err := fmt.Fprintf(w, "%s:\n", g.title); err != nil {
			return err
		}
		if err := r.write(w, list); err != nil {
			return err
		}
	}
	if len(r.Freed) > 0 {
		if _, err := fmt.Fprintln(w, "no longer needed:"); err != nil {
			return err
		}
		if err := r.write(w, r.Freed); err != nil {
			return err
		}
	}
	for _, n := range r.Notes {
		if _, err := fmt.Fprintf(w, "note: %s: %s\n", printable.Name(n.File), printable.Line(n.Text)); err != nil {
			return err
		}
	}
	return r.SummaryText(w)
}

// write writes findings of one kind of remedy.
func (r *Report) write(w io.Writer, list []Finding) error {
	if r.All {
		return writeGroup(w, list)
	}
	return writeBrief(w, list)
}

// shownAlike is the number of places of one file that are shown for one matter
// that stops no build; the JSON form has them all.
const shownAlike = 3

func writeGroup(w io.Writer, list []Finding) error {
	last := ""
	for i := 0; i < len(list); i++ {
		f := list[i]
		head := fmt.Sprintf("  %s (%s): %s", f.Name, label(f), remedyText(f.Remedy))
		if head != last {
			if _, err := fmt.Fprintln(w, head); err != nil {
				return err
			}
			last = head
		}
		if f.Level != Build && i >= shownAlike && alike(list[i-shownAlike:]) > shownAlike {
			n := alike(list[i:])
			if _, err := fmt.Fprintf(w, "    %s: %d more\n", printable.Name(f.File), n); err != nil {
				return err
			}
			i += n - 1
			continue
		}
		notes := ""
		switch {
		case f.Level != Build:
			notes = "  [" + f.Level + "]"
		case f.Confidence == Lexical:
			notes = "  [may be another name]"
		}
		if _, err := fmt.Fprintf(w, "    %s:%d:%d: %s%s\n", printable.Name(f.File), f.Line, f.Column, f.Text, notes); err != nil {
			return err
		}
	}
	return nil
}

// alike counts the findings at the start of the list that say the same of the
// same file.
func alike(list []Finding) int {
	n := 1
	for n < len(list) && list[n].Name == list[0].Name && list[n].Rule == list[0].Rule && list[n].File == list[0].File && list[n].Level == list[0].Level && list[n].Remedy == list[0].Remedy {
		n++
	}
	return n
}

// label is the kind of a name, or the rule in code that found it.
func label(f Finding) string {
	if !databaseRules[f.Rule] {
		return f.Rule
	}
	return f.Kind
}

func remedyText(m Remedy) string {
	switch {
	case m.Kind == gnuism.Shim && m.Text != "":
		return "module " + m.Module + "; " + m.Text
	case m.Kind == gnuism.Shim:
		return "module " + m.Module
	}
	return m.Text
}
