package recipe

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A Problem is a mistake in a recipe.
type Problem struct {
	File string // as the recipe was named
	Line int    // from 1; 0 where it is about the whole file
	Text string // what is wrong, and what to do

	fromYAML bool // the YAML library's words
}

// Error is the mistake in one line: its file, its line where that is known, and the text.
func (p Problem) Error() string {
	if p.Line == 0 {
		return p.File + ": " + p.Text
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// Problems are the mistakes in some recipes, by file and line.
type Problems []Problem

// Error has a line for each mistake.
func (all Problems) Error() string {
	var lines []string
	for _, p := range all {
		lines = append(lines, p.Error())
	}
	if len(lines) == 1 {
		return lines[0]
	}
	return fmt.Sprintf("%d mistakes in the recipes\n%s", len(lines), strings.Join(lines, "\n"))
}

// Err returns the problems, sorted by file and line, as an error; nil where
// there are none.
func (all Problems) Err() error {
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return all
}

// yamlProblems are what the YAML library found, with the lines that it names.
func yamlProblems(file string, err error) Problems {
	var all *yaml.LoadErrors
	if !errors.As(err, &all) || len(all.Errors) == 0 {
		return Problems{yamlProblem(file, err)}
	}
	var problems Problems
	for _, one := range all.Errors {
		problems = append(problems, yamlProblem(file, one))
	}
	return problems
}

func yamlProblem(file string, err error) Problem {
	var at *lineError
	if errors.As(err, &at) {
		return Problem{File: file, Line: at.line, Text: at.message}
	}
	var one *yaml.LoadError
	if errors.As(err, &one) && one.Mark.Line > 0 {
		return Problem{File: file, Line: one.Mark.Line, Text: one.Message, fromYAML: true}
	}
	return Problem{File: file, Text: err.Error(), fromYAML: true}
}
