// Package known reads conformance/known.tsv: where a tool or library of the
// project answers otherwise than its reference on purpose, and why.
package known

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

// File is the table as the tests see it, whose working directory is that of
// their package, conformance/PACKAGE.
const File = "../known.tsv"

// A Row is one difference. What Case, Reference and Ours look like, the tests of
// the tool define.
type Row struct {
	Tool      string // such as "getconf", or "headers/fnmatch" for a module
	Case      string // what is called, or the name of a test case; unique for the tool
	Reference string // what the reference answers
	Ours      string // what the tool answers
	Reason    string // why
}

const columns = 5

// Read returns the rows of one tool, in the order of the table.
func Read(tool string) ([]Row, error) {
	return readFile(File, func(r Row) bool { return r.Tool == tool })
}

// ReadPrefix returns the rows of the tools whose names begin with prefix, such
// as "headers/".
func ReadPrefix(prefix string) ([]Row, error) {
	return readFile(File, func(r Row) bool { return strings.HasPrefix(r.Tool, prefix) })
}

// readFile returns the rows of a table that wanted accepts. A row without a tool,
// case or reason, and a second row of a case, are
// errors, also where wanted does not accept the row.
func readFile(file string, wanted func(Row) bool) ([]Row, error) {
	var rows []Row
	type key struct{ tool, name string }
	seen := map[key]bool{}
	err := tsv.ReadFile(file, columns, func(f []string) error {
		r := Row{f[0], f[1], f[2], f[3], f[4]}
		if r.Tool == "" || r.Case == "" || r.Reason == "" {
			return fmt.Errorf("tool, case and reason must not be empty")
		}
		if seen[key{r.Tool, r.Case}] {
			return fmt.Errorf("%s has two rows for %q", r.Tool, r.Case)
		}
		seen[key{r.Tool, r.Case}] = true
		if wanted(r) {
			rows = append(rows, r)
		}
		return nil
	})
	return rows, err
}
