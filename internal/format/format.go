// Package format is the registry of a report's output formats: a name, such as
// "json", and the function that writes a report in that form.
package format

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Set is the formats of reports of type T. A command takes its --format values
// from Names and writes with Write.
type Set[T any] map[string]func(report T, w io.Writer) error

// Names lists the formats, sorted.
func (s Set[T]) Names() []string { return slices.Sorted(maps.Keys(s)) }

// Check returns an error that lists the known names if name is none of them.
func (s Set[T]) Check(name string) error {
	if s[name] == nil {
		return fmt.Errorf("unknown format %q: known are %s", name, strings.Join(s.Names(), ", "))
	}
	return nil
}

// Write writes report to w in the format called name.
func (s Set[T]) Write(w io.Writer, name string, report T) error {
	if err := s.Check(name); err != nil {
		return err
	}
	return s[name](report, w)
}
