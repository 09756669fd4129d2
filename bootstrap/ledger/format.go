package ledger

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// A Format is a form of the report.
type Format struct {
	Name    string
	Summary string // what it is, for a list of the formats
	Write   func(out io.Writer, r Report) error
}

// formats are all forms; the first is for people at a terminal. A new form is a
// file with its function, and a row here.
var formats = []Format{
	{"text", "for people", writeText},
	{"json", "one object, with every finding", writeJSON},
	{"markdown", "a page", writeMarkdown},
}

// FormatNames are the names of all forms of the report.
func FormatNames() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

// FormatNamed returns a form of the report by its name.
func FormatNamed(name string) (Format, error) {
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("--format %q: known are %s", name, strings.Join(FormatNames(), ", "))
}

// writeJSON prints the report for programs.
func writeJSON(out io.Writer, r Report) error {
	encoder := json.NewEncoder(printable.JSON(out))
	encoder.SetIndent("", "\t")
	return encoder.Encode(r)
}
