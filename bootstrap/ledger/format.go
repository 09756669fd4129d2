package ledger

import (
	"encoding/json"
	"io"

	"github.com/serpent-os/wildebeest/internal/format"
	"github.com/serpent-os/wildebeest/internal/printable"
)

// Formats are the forms of the report: text for people at a terminal, JSON with
// every finding in one object, and a Markdown page. A new form is a file with its
// function, and a row here.
var Formats = format.Set[Report]{
	"text":     writeText,
	"json":     writeJSON,
	"markdown": writeMarkdown,
}

// writeJSON prints the report for programs.
func writeJSON(r Report, out io.Writer) error {
	encoder := json.NewEncoder(printable.JSON(out))
	encoder.SetIndent("", "\t")
	return encoder.Encode(r)
}
