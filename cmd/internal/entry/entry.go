// Package entry has the records of the databases as sources hand them out.
//
// Byte slices point into a source's buffer: they are valid until the function
// that was given the entry returns.
package entry

// Query selects entries of a database: all of them, those of a name, or those
// of a number or Ethernet address.
type Query struct {
	Kind   Kind
	Name   string
	Number uint32
	Ether  [6]byte // an Ethernet address
	// A service's protocol; any will do unless HasProtocol.
	Protocol    string
	HasProtocol bool
	// Parsed keeps a source that is asked for all from giving Lines for many.
	Parsed bool
}

// Kind tells which fields of a Query matter.
type Kind uint8

// The kinds of a Query.
const (
	All Kind = iota
	ByName
	ByNumber
	ByEther
)

// Passwd is a user, as passwd(5). Lines is the whole of it, with its newline, where
// a source has it in just that form; of a source that is asked for all it may be
// many users, and nothing else is set then.
type Passwd struct {
	Lines             []byte
	Name, Password    []byte
	UID, GID          uint32
	Gecos, Dir, Shell []byte
}

// Group is a group, as group(5), and Lines as Passwd's. Members are apart by
// commas, without blanks around them and without empty ones.
type Group struct {
	Lines          []byte
	Name, Password []byte
	GID            uint32
	Members        []byte
}

// Shadow is a password with its ages in days, as shadow(5). A number is -1
// where the file leaves it empty; Flag is then NoFlag.
type Shadow struct {
	Name, Password                                []byte
	Change, Min, Max, Warning, Inactivity, Expiry int64
	Flag                                          uint64
}

// NoFlag is an empty ninth field of shadow(5).
const NoFlag = ^uint64(0)

// Gshadow is a group's password, as gshadow(5).
type Gshadow struct {
	Name, Password          []byte
	Administrators, Members []byte // as Group's
}

// Named is a name with a number: a service and its port, a protocol, an RPC
// program or a network and its address.
type Named struct {
	Name     []byte
	Number   uint32
	Protocol []byte // of a service
	Aliases  Words
}

// Ether is a host's Ethernet address.
type Ether struct {
	Address [6]byte
	Name    []byte
}

// Alias is a mail alias. Members are apart by commas.
type Alias struct {
	Name, Members []byte
}

// Triple is a member of a netgroup; an empty field matches anything.
type Triple struct{ Host, User, Domain []byte }

// Shell is a valid login shell.
type Shell struct{ Path []byte }
