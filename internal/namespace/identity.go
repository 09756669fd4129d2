package namespace

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

// base is the host's number of the user and of the group that are root in a user
// namespace that root makes; the following ones, up to count, are its others.
// The table of systemd (https://systemd.io/UIDS-GIDS) has no use for 0x70000000
// to 0x7FFDFFFF, and neither have the defaults of subuid(5).
const (
	base  = 0x7A000000
	count = 1 << 16
)

// An Identity says who of the host the users and groups of a user namespace are.
type Identity struct {
	Users, Groups []syscall.SysProcIDMap
	// SetGroups tells whether processes there may change their supplementary
	// groups, which an ordinary user's may not.
	SetGroups bool
}

// Root returns the number of the identity's root in the caller's namespace.
func (i Identity) Root() int { return i.Users[0].HostID }

// Attributes start a process as the identity's root, in a user namespace of that
// identity and the further namespaces of flags.
func (i Identity) Attributes(flags uintptr) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{
		Cloneflags: unix.CLONE_NEWUSER | flags, UidMappings: i.Users, GidMappings: i.Groups,
		GidMappingsEnableSetgroups: i.SetGroups, Credential: &syscall.Credential{NoSetGroups: !i.SetGroups},
		Pdeathsig: syscall.SIGKILL,
	}
}

// Shifted is an identity whose users are nobody on the host. Files keep their
// owners by idmapped mounts.
func Shifted() Identity {
	shifted := []syscall.SysProcIDMap{{HostID: base, Size: count}}
	return Identity{Users: shifted, Groups: shifted, SetGroups: true}
}

// Same is the identity in which each user and group that the caller's user
// namespace has is itself: an ordinary user's, and root's for file systems that
// can't be mounted idmapped.
func Same() (Identity, error) {
	var same Identity
	for file, to := range map[string]*[]syscall.SysProcIDMap{"/proc/self/uid_map": &same.Users, "/proc/self/gid_map": &same.Groups} {
		extents, err := readMap(file)
		if err != nil {
			return same, err
		}
		for _, extent := range extents {
			*to = append(*to, syscall.SysProcIDMap{ContainerID: extent.ContainerID, HostID: extent.ContainerID, Size: extent.Size})
		}
	}
	allowed, err := os.ReadFile("/proc/self/setgroups")
	same.SetGroups = strings.TrimSpace(string(allowed)) == "allow"
	return same, err
}

// readMap reads a uid_map or gid_map of user_namespaces(7).
func readMap(path string) ([]syscall.SysProcIDMap, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var extents []syscall.SysProcIDMap
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var extent syscall.SysProcIDMap
		if _, err := fmt.Sscan(lines.Text(), &extent.ContainerID, &extent.HostID, &extent.Size); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		extents = append(extents, extent)
	}
	return extents, lines.Err()
}

// placeholder is the name of a process that only exists for its user namespace.
const placeholder = "wildebeest-user-namespace"

// ShiftedUsers returns a user namespace with the identity Shifted, which the
// kernel needs as a file for idmapped mounts. There is none where this process's
// own user namespace lacks these users.
var ShiftedUsers = sync.OnceValues(func() (*os.File, error) {
	// The process is killed when the thread that started it ends.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	command := exec.Command("/proc/self/exe")
	command.Args, command.Env = []string{placeholder}, []string{}
	command.SysProcAttr = Shifted().Attributes(0)
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("make a user namespace: %w", err)
	}
	defer command.Wait()
	defer command.Process.Kill()
	return os.Open(fmt.Sprintf("/proc/%d/ns/user", command.Process.Pid))
})

// Hold does not return in the process that ShiftedUsers starts.
func Hold() {
	if len(os.Args) > 0 && os.Args[0] == placeholder {
		for {
			unix.Pause()
		}
	}
}
