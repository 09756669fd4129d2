package frame

import (
	"encoding/json"
	"io"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// WriteJSON writes a value as indented JSON.
func WriteJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(printable.JSON(w))
	encoder.SetIndent("", "\t")
	return Output(0, encoder.Encode(value))
}
