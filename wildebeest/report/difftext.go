package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// JSON writes a difference as one object.
func (d *Difference) JSON(w io.Writer) error {
	enc := json.NewEncoder(printable.JSON(w))
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(d)
}

// Text writes a difference for people: a line for each finding, after + or -.
func (d *Difference) Text(w io.Writer) error {
	for _, part := range []struct {
		sign string
		list []Finding
	}{{"+", d.Added}, {"-", d.Resolved}} {
		for i := range part.list {
			f := &part.list[i]
			if _, err := fmt.Fprintf(w, "%s %s:%d: %s (%s, %s): %s\n", part.sign, printable.Name(f.File), f.Line, f.Name, label(*f), f.Level, remedyText(f.Remedy)); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintf(w, "%s to %s: %d added, %d resolved\n", printable.Name(d.Old), printable.Name(d.New), len(d.Added), len(d.Resolved))
	return err
}
