// Package manifest describes what a package installs: each file with its type,
// owner, mode, time, attributes and contents. A tree of the store lacks what could
// hurt there, as set-user-ID bits; its manifest has it, and roots get it from there.
//
// Of a file's extended attributes a package keeps security.capability, which is
// what programs such as ping have in place of a set-user-ID bit, and those in user.*,
// which a build can only have set itself. Others are the host's: security.selinux
// and security.ima come from its policy, trusted.* from its file systems. A POSIX
// access control list is refused: without it, the mode's bits for the group would
// allow more than the build meant to.
package manifest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strconv"
	"time"

	"github.com/serpent-os/wildebeest/internal/tree"
)

// A Manifest is the files of a package: first its own directory, then each
// directory before what is in it, in the order of tree.Walk.
type Manifest struct {
	Files []File
}

// Kinds of files.
const (
	Regular   = "file"
	Directory = "directory"
	Link      = "link"
)

// A File is one file of a package.
type File struct {
	Name string `json:"name"` // /usr/bin/x; "/" is the package's directory
	Kind string `json:"kind"`
	Mode Mode   `json:"mode"` // with set-ID and sticky bits
	// The owner. A user who is not root can't give files away: 0.
	UID    uint32 `json:"uid,omitempty"`
	GID    uint32 `json:"gid,omitempty"`
	Size   int64  `json:"size,omitempty"`   // bytes, of a regular file
	Time   int64  `json:"time"`             // modification, nanoseconds since 1970
	Target string `json:"target,omitempty"` // of a link
	Sum    string `json:"sum,omitempty"`    // of a regular file, by package sparse
	Same   string `json:"same,omitempty"`   // an earlier name of the same file, a hard link
	// Attributes are the extended attributes that packages keep.
	Attributes map[string][]byte `json:"attributes,omitempty"`
}

// A Mode is permissions as chmod(2) takes them. In JSON it is octal text.
type Mode uint32

// MarshalText implements encoding.TextMarshaler.
func (m Mode) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%04o", uint32(m)), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (m *Mode) UnmarshalText(text []byte) error {
	value, err := strconv.ParseUint(string(text), 8, 12)
	*m = Mode(value)
	return err
}

// FileMode is the mode with set-ID and sticky bits where package fs has them.
func (m Mode) FileMode() fs.FileMode { return tree.FileMode(uint32(m)) }

// setID are the bits that no tree of the store has.
const setID = 0o6000

// Stored is the mode of the file in the store: without set-ID bits, and such that
// an ordinary user who owns it can read it.
func (f *File) Stored() uint32 { return stored(f.Kind, uint32(f.Mode)) }

func stored(kind string, mode uint32) uint32 {
	mode &^= setID
	if os.Geteuid() == 0 {
		return mode
	}
	if kind == Directory {
		return mode | 0o700
	}
	return mode | 0o400
}

// Modified is the file's modification time.
func (f *File) Modified() time.Time { return time.Unix(0, f.Time) }

// Count returns the number of names that are no directories, and the bytes of the
// regular files among them.
func (m *Manifest) Count() (files int, size int64) {
	for i := range m.Files {
		if f := &m.Files[i]; f.Kind != Directory {
			files++
			size += f.Size
		}
	}
	return files, size
}

// Encode writes the manifest as JSON, a file on each line.
func (m *Manifest) Encode() ([]byte, error) {
	var text bytes.Buffer
	separator := "[\n"
	for i := range m.Files {
		line, err := json.Marshal(&m.Files[i])
		if err != nil {
			return nil, err
		}
		text.WriteString(separator)
		text.Write(line)
		separator = ",\n"
	}
	text.WriteString("\n]\n")
	return text.Bytes(), nil
}

// Decode reads what Encode wrote.
func Decode(text []byte) (*Manifest, error) {
	m := new(Manifest)
	return m, json.Unmarshal(text, &m.Files)
}

// Settable are the attributes that this user can give a file: capabilities are
// root's to give.
func (f *File) Settable() map[string][]byte {
	if os.Geteuid() == 0 || f.Attributes[capability] == nil {
		return f.Attributes
	}
	own := maps.Clone(f.Attributes)
	delete(own, capability)
	return own
}
