package headers

import (
	"fmt"
	"regexp"
)

// Difference says what musl does otherwise with functions that a module replaces, and
// in which calls that can matter.
type Difference struct {
	Names []string `yaml:"names"` // functions, macros, types or variables
	// Musl is what musl does, as the end of "musl …".
	Musl string `yaml:"musl"`
	// Until is the last release of musl that does so; "" is the newest.
	Until string `yaml:"until"`
	// Quiet says that a call does not show whether it matters: a scan is silent, and
	// explain tells.
	Quiet bool `yaml:"quiet"`
	// Where nothing of what follows is given, it matters in every call; otherwise in
	// those of which this is true.
	Condition `yaml:",inline"`
	// And has to hold as well.
	And Condition `yaml:"and"`
	// Inside is what the name of the function matches that the call is an argument of.
	Inside Regexp `yaml:"inside"`
	// Index is what the text in brackets behind the name matches.
	Index Regexp `yaml:"index"`
	// Set says that the name is assigned to, or a member of it.
	Set bool `yaml:"set"`
}

// Condition is what the text of an argument has to be; the zero value is always true.
type Condition struct {
	Argument int    `yaml:"argument"` // its place, from 1; 0 is no condition
	Matches  Regexp `yaml:"matches"`  // what its text matches
	Unlike   Regexp `yaml:"unlike"`   // what it does not match, where Matches is not given
}

// Holds reports whether the condition is true of the texts of a call's arguments.
func (c Condition) Holds(arguments []string) bool {
	switch {
	case c.Argument == 0:
		return true
	case c.Argument > len(arguments):
		return false
	case c.Matches.Regexp != nil:
		return c.Matches.MatchString(arguments[c.Argument-1])
	}
	return !c.Unlike.MatchString(arguments[c.Argument-1])
}

// Regexp is a regular expression in YAML; the zero value is none.
type Regexp struct{ *regexp.Regexp }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Regexp) UnmarshalText(text []byte) error {
	re, err := regexp.Compile(string(text))
	if err != nil {
		return fmt.Errorf("differs: %w", err)
	}
	r.Regexp = re
	return nil
}
