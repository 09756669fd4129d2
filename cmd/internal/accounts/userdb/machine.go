package userdb

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
)

// sections are the parts of a record that hold on some machines only.
type sections struct {
	PerMachine []json.RawMessage `json:"perMachine"`
	Binding    json.RawMessage   `json:"binding"`
}

// public tells whether a record has none of the parts that no file for all to read
// may have: nss-systemd takes no such file (observed on systemd 252), but one with a
// privileged part where passwords are looked for.
func public(record []byte, passwords bool) bool {
	parts := readObject(record)
	if parts == nil {
		return false
	}
	for _, name := range [...]string{"privileged", "secret", "status"} {
		if parts[name] != nil && !(passwords && name == "privileged") {
			return false
		}
	}
	return true
}

// withPrivileged adds the privileged part, if there is one, to a record; nil: it can't
// be read.
func withPrivileged(record, privileged []byte) []byte {
	if privileged == nil {
		return record
	}
	parts, more := readObject(record), readObject(privileged)
	if parts == nil || more == nil {
		return nil
	}
	for name, part := range more {
		parts[name] = part
	}
	text, err := json.Marshal(parts)
	if err != nil {
		return nil
	}
	return text
}

// readRecord reads a record into fields, those for this machine over the common ones.
func readRecord(s *fsys.System, text []byte, fields any) bool {
	record := readObject(text)
	if record == nil {
		return false
	}
	var parts sections
	record.read(fields)
	record.read(&parts)
	if parts.PerMachine == nil && parts.Binding == nil {
		return true
	}
	id := machineID(s)
	for _, text := range parts.PerMachine {
		part := readObject(text)
		if part == nil {
			return false
		}
		var m struct {
			ID   names `json:"matchMachineId"`
			Host names `json:"matchHostname"`
		}
		part.read(&m)
		if slices.Contains(m.ID, id) || slices.Contains(m.Host, hostname()) {
			part.read(fields)
		}
	}
	readObject(readObject(parts.Binding)[id]).read(fields)
	return true
}

// names is a string, or a list of some.
type names []string

// UnmarshalJSON reads either.
func (n *names) UnmarshalJSON(text []byte) error {
	var one string
	if json.Unmarshal(text, &one) == nil {
		*n = names{one}
		return nil
	}
	return json.Unmarshal(text, (*[]string)(n))
}

func machineID(s *fsys.System) string {
	text, err := s.ReadFile("/etc/machine-id", 64)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

func hostname() string {
	var name unix.Utsname
	if unix.Uname(&name) != nil {
		return ""
	}
	return unix.ByteSliceToString(name.Nodename[:])
}
