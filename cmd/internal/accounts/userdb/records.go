package userdb

import (
	"encoding/json"
	"math"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// An id is the number of a user or group. What can't be one, as -1 in 16 or 32 bits,
// counts as none.
type id struct {
	n     uint32
	valid bool
}

// UnmarshalJSON reads whole numbers in any notation.
func (i *id) UnmarshalJSON(text []byte) error {
	var n float64
	*i = id{}
	if json.Unmarshal(text, &n) == nil && n >= 0 && n < 1<<32-1 && n != 1<<16-1 && n == math.Trunc(n) {
		*i = id{uint32(n), true}
	}
	return nil
}

// records hands the records of services and of files to use, which returns whether
// it had one.
func records(s *fsys.System, method string, want map[string]any, q entry.Query, f file, use func(record json.RawMessage, q entry.Query) bool) nss.Status {
	if q.Kind == entry.ByNumber && (q.Number == 1<<16-1 || q.Number == 1<<32-1) {
		return nss.NotFound // -1 of 16 or 32 bits is nobody's; systemd's services call it an error
	}
	all := q.Kind == entry.All
	status, dropInAsked := call{method, want, all, func(parameters json.RawMessage) bool {
		var p struct {
			Record json.RawMessage `json:"record"`
		}
		return json.Unmarshal(parameters, &p) == nil && p.Record != nil && use(p.Record, q)
	}}.ask(s)
	if dropInAsked || status == nss.Success && !all {
		return status
	}
	if fromFiles := dropIn(s, q, f, use); fromFiles == nss.Success || status != nss.Success {
		return fromFiles
	}
	return status
}

// printable tells whether texts can stand in a line of passwd or group.
func printable(texts ...string) bool {
	for _, text := range texts {
		if strings.ContainsAny(text, ":\n\x00") {
			return false
		}
	}
	return true
}
