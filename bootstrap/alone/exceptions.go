package alone

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"
)

//go:embed exceptions.tsv
var exceptionsTable string

// An Exception is an offence that is none, and why.
type Exception struct {
	File   string `json:"file"` // glob, from the root
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
}

// Exceptions are the rows of exceptions.tsv.
func Exceptions() ([]Exception, error) { return parseExceptions(exceptionsTable) }

func parseExceptions(text string) ([]Exception, error) {
	var table []Exception
	for n, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if strings.HasPrefix(line, "#") || line == "file\tkind\treason" {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || fields[2] == "" || !slices.Contains([]string{Interpreter, Rpath, Needed, Script, Link, Bytes}, fields[1]) {
			return nil, fmt.Errorf("exceptions.tsv:%d: %q: expected file, kind and reason with tabs between them", n+1, line)
		}
		if _, err := path.Match(fields[0], ""); err != nil || !path.IsAbs(fields[0]) {
			return nil, fmt.Errorf("exceptions.tsv:%d: %q is no pattern of a file from the root", n+1, fields[0])
		}
		table = append(table, Exception{fields[0], fields[1], fields[2]})
	}
	return table, nil
}

func (e Exception) covers(o Offence) bool {
	ok, _ := path.Match(e.File, o.File)
	return ok && e.Kind == o.Kind
}

// except takes what the table has out of the offences, and finds the rows that
// are not true for any of the files.
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
