// Package chroot runs commands in a root directory of their own: private mount,
// pid, ipc and uts namespaces, a network namespace without a network while
// building, and a user namespace where the caller is not root. Every mount lives
// in the private mount namespace and ends with its last process; nothing has to
// be cleaned up after a crash, a kill or a power cut.
//
// The program itself is the first process of the namespaces: a caller's main (and
// TestMain) starts with Main, which takes over when it is that process.
package chroot

import (
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/internal/namespace"
)

// Spec is what to run and what it sees. Paths of Root and of Mounts' sources are
// the caller's; all others are the new root's.
type Spec struct {
	Root         string // the directory that becomes /
	ReadOnlyRoot bool
	Mounts       []Mount
	Dir          string   // working directory
	Env          []string // the whole environment; PATH finds Args[0]
	Args         []string
	Network      bool // share the host's network
	Hostname     string
	// Confined is for commands that are not to be trusted with the machine, as
	// builds: they are root of a user namespace alone, can't change a mount, make no
	// system call that reaches out, and their attempts to reach the network are noted.
	Confined bool
	// Limits are kept for a confined command and all that it starts; each of 0 is
	// none.
	Limits limit.Kernel
}

// Mount is a directory or file of the host that shows up at Target. Target must
// exist below Root.
type Mount = namespace.Mount

// Result tells how a command ended.
type Result struct {
	Status   int           // exit status; 128+N for signal N
	Elapsed  time.Duration // wall clock of the command
	CPU      time.Duration // user and system time of the command and its children
	MaxRSS   int64         // peak memory of its largest process, in bytes
	Leftover []string      // command lines of processes that it left running; killed
	// Memory is the peak of all its processes together, in bytes; 0 where nothing
	// counted it.
	Memory int64
	// Reached is the option of package limit whose limit the command reached, or "".
	Reached string
	Network []string // of a confined command: "command line → address", the first few
}

// MountPoints lists the directories that must exist below a Spec's Root beside
// the targets of its Mounts.
func MountPoints() []string { return namespace.MountPoints() }

// root is what the spec says of the new root.
func (s Spec) root() namespace.Root {
	return namespace.Root{
		Dir: s.Root, ReadOnly: s.ReadOnlyRoot, Mounts: s.Mounts, Hostname: s.Hostname, Tame: s.Confined,
		Temporary: int64(s.Limits.Temporary),
	}
}
