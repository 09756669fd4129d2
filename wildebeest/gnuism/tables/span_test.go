package tables

import (
	"slices"
	"strings"
	"testing"
)

func TestSpan(t *testing.T) {
	versions := []string{"1.0", "1.1", "1.2", "git"}
	for text, want := range map[string]Span{
		"":               {false, false, false, false},
		"..":             {true, true, true, true},
		"..1.0":          {true, false, false, false},
		"1.1":            {false, true, false, false},
		"git..":          {false, false, false, true},
		"1.1..1.2":       {false, true, true, false},
		"..1.0 1.2..":    {true, false, true, true},
		"..1.0 1.2":      {true, false, true, false},
		"1.1 git..":      {false, true, false, true},
		"..1.0 git..":    {true, false, false, true},
		"1.1..":          {false, true, true, true},
		"..1.1":          {true, true, false, false},
		"..1.1 git..":    {true, true, false, true},
		"1.2..":          {false, false, true, true},
		"..1.2":          {true, true, true, false},
		"1.2":            {false, false, true, false},
		"..1.0 1.2.. ":   {true, false, true, true},
		"..1.0 1.1..1.2": {true, true, true, false},
	} {
		got, err := ParseSpan(text, versions)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
		back, err := ParseSpan(want.Text(versions), versions)
		if err != nil || !slices.Equal(back, want) {
			t.Errorf("%v is written as %q, which is read as %v, %v", want, want.Text(versions), back, err)
		}
	}
	for _, text := range []string{"2.0", "1.2..1.1", "x.."} {
		if _, err := ParseSpan(text, versions); err == nil || !strings.Contains(err.Error(), "known are 1.0, ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestNewReleaseKeepsLines adds a release that has the names of the newest: their
// lines stay as they are.
func TestNewReleaseKeepsLines(t *testing.T) {
	before, after := []string{"1.0", "1.1"}, []string{"1.0", "1.1", "1.2"}
	for _, s := range []Span{{true, true}, {false, true}} {
		if a, b := s.Text(before), append(slices.Clone(s), true).Text(after); a != b {
			t.Errorf("%v: %q became %q", s, a, b)
		}
	}
}
