package report

import (
	"bytes"
	"encoding/json"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// In JSON the name of a file is printable.Percent of it: JSON has no bytes that
// are no UTF-8, and two files must not become one.

type plainFinding Finding

// MarshalJSON implements json.Marshaler.
func (f Finding) MarshalJSON() ([]byte, error) {
	f.File = printable.Percent(f.File)
	return marshal(plainFinding(f))
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *Finding) UnmarshalJSON(text []byte) error {
	err := json.Unmarshal(text, (*plainFinding)(f))
	f.File = printable.Unpercent(f.File)
	return err
}

type plainNote Note

// MarshalJSON implements json.Marshaler.
func (n Note) MarshalJSON() ([]byte, error) {
	n.File, n.Text = printable.Percent(n.File), printable.Line(n.Text)
	return marshal(plainNote(n))
}

// UnmarshalJSON implements json.Unmarshaler.
func (n *Note) UnmarshalJSON(text []byte) error {
	err := json.Unmarshal(text, (*plainNote)(n))
	n.File = printable.Unpercent(n.File)
	return err
}

// marshal leaves <, > and & to the encoder that asks for the value.
func marshal(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return text.Bytes(), err
}
