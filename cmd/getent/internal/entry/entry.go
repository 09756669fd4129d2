// Package entry has the records of the databases as sources hand them out.
//
// Byte slices point into a source's buffer: they are valid until the function
// that was given the entry returns.
package entry

// Query selects entries of a database: all of them, those of a name, or those
// of a number.
type Query struct {
	Kind   Kind
	Name   string
	Number uint32
}

// Kind tells which fields of a Query matter.
type Kind uint8

// The kinds of a Query.
const (
	All Kind = iota
	ByName
	ByNumber
)

// Passwd is a user, as passwd(5).
type Passwd struct {
	Name, Password    []byte
	UID, GID          uint32
	Gecos, Dir, Shell []byte
}

// Group is a group, as group(5). Members are apart by commas, without blanks
// around them and without empty ones.
type Group struct {
	Name, Password []byte
	GID            uint32
	Members        []byte
}
