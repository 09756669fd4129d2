package selfcontained

import (
	_ "embed"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

//go:embed exceptions.tsv
var exceptionsTable string

// An Exception is an offence that is allowed, and why.
type Exception struct {
	File   string `json:"file"` // glob, from the root
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
}

// Exceptions are the rows of exceptions.tsv.
func Exceptions() ([]Exception, error) { return parseExceptions(exceptionsTable) }

var kinds = []string{Interpreter, Rpath, Needed, Script, Link, Bytes}

func parseExceptions(text string) ([]Exception, error) {
	var table []Exception
	err := tsv.Parse("exceptions.tsv", text, 3, func(row []string) error {
		e := Exception{File: row[0], Kind: row[1], Reason: row[2]}
		if _, err := path.Match(e.File, ""); err != nil || !path.IsAbs(e.File) {
			return fmt.Errorf("%q is no pattern of a file from the root", e.File)
		}
		if !slices.Contains(kinds, e.Kind) {
			return fmt.Errorf("unknown kind %q: known are %s", e.Kind, strings.Join(kinds, ", "))
		}
		if e.Reason == "" {
			return errors.New("the reason is empty")
		}
		table = append(table, e)
		return nil
	})
	return table, err
}

func (e Exception) covers(o Offence) bool {
	ok, _ := path.Match(e.File, o.File)
	return ok && e.Kind == o.Kind
}

// except separates the offences that the table allows from the others, and finds
// the rows whose files are there without the offence.
func except(found []Offence, files []string, table []Exception) *Result {
	result := &Result{Offences: []Offence{}, Excepted: []Offence{}, Untrue: []Exception{}}
	for _, o := range found {
		if slices.ContainsFunc(table, func(e Exception) bool { return e.covers(o) }) {
			result.Excepted = append(result.Excepted, o)
		} else {
			result.Offences = append(result.Offences, o)
		}
	}
	for _, e := range table {
		there := slices.ContainsFunc(files, func(file string) bool { ok, _ := path.Match(e.File, file); return ok })
		if there && !slices.ContainsFunc(found, e.covers) {
			result.Untrue = append(result.Untrue, e)
		}
	}
	return result
}
