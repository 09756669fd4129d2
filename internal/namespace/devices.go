package namespace

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// A device is a node of /dev that every root has, and the host's node.
type device struct {
	name         string
	major, minor uint32
	host         attachment
}

// openDevices opens the host's nodes: those that builds use.
func openDevices() ([]device, error) {
	devices := []device{
		{name: "null", major: 1, minor: 3}, {name: "zero", major: 1, minor: 5}, {name: "full", major: 1, minor: 7},
		{name: "random", major: 1, minor: 8}, {name: "urandom", major: 1, minor: 9}, {name: "tty", major: 5, minor: 0},
	}
	for i := range devices {
		path := "/dev/" + devices[i].name
		tree, err := cloneTree(path, &unix.MountAttr{})
		if err != nil {
			return nil, err
		}
		devices[i].host = attachment{tree, path}
	}
	return devices, nil
}

// make makes a node of the root's own. Where the kernel refuses that, as in a user
// namespace, the host's is mounted; a file handle could reach the host through it.
func (d device) make() error {
	path := "/dev/" + d.name
	err := unix.Mknod(path, unix.S_IFCHR, int(unix.Mkdev(d.major, d.minor)))
	if errors.Is(err, unix.EPERM) {
		return d.host.attach()
	}
	unix.Close(d.host.tree)
	if err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	return os.Chmod(path, 0o666) // whatever the umask is
}
