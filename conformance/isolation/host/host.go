// Package host says what of the host an attack looks for. The test makes all of it
// for the purpose; the attacks get it as JSON in the environment.
package host

import (
	"encoding/json"
	"os"
)

// Variable is the environment variable that has a Host as JSON.
const Variable = "ISOLATION_HOST"

// Secret is what the host's files, keys and memory contain that nobody else may
// read, and Mark what attacks write where they can.
const (
	Secret = "SECRET-OF-THE-HOST"
	Mark   = "WRITTEN-BY-AN-ATTACK"
)

// A Host is the host that attacks are to reach.
type Host struct {
	Dir       string            // a directory with the file secret, mode 0600
	Handle    []byte            // of Dir, for open_by_handle_at(2)
	Type      int32             // of Handle
	Device    []byte            // handle of the host's /dev
	Kind      int32             // of Device
	Disk      uint64            // device number of the disk that Dir is on, 0 where it is none
	Inherited bool              // Dir is open in the caller, at some descriptor
	Key       string            // description of a key in the caller's user keyring
	Session   string            // description of a key in the caller's session keyring
	Left      string            // description of a key that an attack leaves in the user keyring
	TCP       string            // address of a listener on the host's loopback
	Abstract  string            // name of a listening abstract socket
	Terminal  string            // the caller's controlling terminal
	Victim    int               // process id of a process of the caller's user
	Memory    int               // id of a System V shared memory segment
	Queue     int               // id of a System V message queue
	Posix     string            // name of a POSIX message queue
	Variable  string            // name of an environment variable of the caller's with the secret
	Name      string            // of the machine
	Namespace map[string]string // links of the caller's namespaces, by name
}

// Encode returns the environment variable's setting.
func (h Host) Encode() (string, error) {
	text, err := json.Marshal(h)
	return Variable + "=" + string(text), err
}

// Read takes a Host from the environment.
func Read() (Host, error) {
	var h Host
	return h, json.Unmarshal([]byte(os.Getenv(Variable)), &h)
}

// An Attack is one that the program attacks knows.
type Attack struct {
	Name  string `json:"name"`
	Tries string `json:"tries"`
}

// A Verdict is what an attack prints on standard error when it has ended.
type Verdict struct {
	Reached string `json:"reached"` // what was reached, or empty
}
