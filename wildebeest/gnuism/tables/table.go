// Package tables is the form of the database's derived tables: the rows of each and
// their columns, read and written here and nowhere else. derive fills the files
// below derived/; package gnuism loads them. The tables beside this file,
// disposition.tsv and reserved.tsv, are written by hand.
package tables

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/tsv"
)

// A Table is a derived file and the form of its rows.
type Table[Row any] struct {
	File    string // its name below derived/
	Note    string // says in its head what a row is
	columns []column[Row]
	text    *string // its embedded text; nil where the program does not need it
}

// A column is one field of a row. An empty field is written as "-".
type column[Row any] struct {
	title string
	field func(*Row) *string
}

// Load calls use with every row of the embedded table. The row is valid until use
// returns; its strings stay.
func (t *Table[Row]) Load(use func(*Row) error) error {
	return tsv.Parse(t.File, *t.text, len(t.columns), t.decode(use))
}

// ReadFile returns the rows of the table in a directory.
func (t *Table[Row]) ReadFile(dir string) ([]Row, error) {
	var rows []Row
	err := tsv.ReadFile(filepath.Join(dir, t.File), len(t.columns), t.decode(func(row *Row) error {
		rows = append(rows, *row)
		return nil
	}))
	return rows, err
}

func (t *Table[Row]) decode(use func(*Row) error) func([]string) error {
	row := new(Row)
	return func(fields []string) error {
		for i, text := range fields {
			if text == "-" {
				text = ""
			}
			*t.columns[i].field(row) = text
		}
		return use(row)
	}
}

// WriteFile replaces the table in a directory. inputs says what the rows were
// derived from.
func (t *Table[Row]) WriteFile(dir, inputs string, rows []Row) error {
	return durable.WriteFile(filepath.Join(dir, t.File), []byte(t.encode(inputs, rows)), 0o644)
}

func (t *Table[Row]) encode(inputs string, rows []Row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Written by derive (make generate); do not edit.\n# Derived from %s.\n# %s\n# ", inputs, t.Note)
	t.line(&b, func(c column[Row]) string { return c.title })
	for i := range rows {
		t.line(&b, func(c column[Row]) string {
			if text := *c.field(&rows[i]); text != "" {
				return text
			}
			return "-"
		})
	}
	return b.String()
}

func (t *Table[Row]) line(b *strings.Builder, field func(column[Row]) string) {
	for i, c := range t.columns {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(field(c))
	}
	b.WriteByte('\n')
}

// Inputs returns what the head of the table in a directory says that it was
// derived from.
func (t *Table[Row]) Inputs(dir string) (string, error) {
	text, err := os.ReadFile(filepath.Join(dir, t.File))
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(text)) {
		if inputs, ok := strings.CutPrefix(line, "# Derived from "); ok {
			return strings.TrimSuffix(inputs, ".\n"), nil
		}
	}
	return "", fmt.Errorf("%s has no line \"# Derived from\"", t.File)
}

// Flags is a field with any number of words, separated by commas.
type Flags string

// Has reports whether a word is among the flags.
func (f Flags) Has(word string) bool {
	for flag := range strings.SplitSeq(string(f), ",") {
		if flag == word {
			return true
		}
	}
	return false
}

// Add puts a word behind the others.
func (f *Flags) Add(word string) {
	if *f != "" {
		*f += ","
	}
	*f += Flags(word)
}
