package boot

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/namespace"
)

// delegated are the files of a cgroup that its user must be able to write
// ("Delegation" of the kernel's cgroup-v2.rst), beside its directory.
var delegated = []string{"", "cgroup.procs", "cgroup.threads", "cgroup.subtree_control"}

// delegate gives a cgroup, at its directory on the host, to the machine's root.
func delegate(dir string) error {
	root := namespace.Shifted().Root()
	for _, name := range delegated {
		if err := os.Chown(filepath.Join(dir, name), root, root); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
