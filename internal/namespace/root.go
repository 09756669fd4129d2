package namespace

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"
)

// devices are the nodes of /dev that builds use, taken from the host.
var devices = []string{"null", "zero", "full", "random", "urandom", "tty"}

// An attachment is a mount tree of the host that is not attached yet. Sources
// are opened before the change of root and attached after it, so that a link in
// the new root can't lead a target out of it.
type attachment struct {
	tree   int // from open_tree(2)
	target string
}

// A Root is what becomes / of a mount namespace. Dir and the mounts' sources are
// paths of the caller's; all others are the new root's.
type Root struct {
	Dir      string
	ReadOnly bool
	Mounts   []Mount
	Hostname string // empty leaves the caller's
}

// A Mount is a directory or file of the host that shows up at Target, which must
// exist below the root's directory.
type Mount struct {
	Source, Target string
	ReadOnly       bool
}

// MountPoints returns the directories that a Root's Dir must have beside the
// targets of its mounts.
func MountPoints() []string { return []string{"proc", "dev", "tmp"} }

// Enter makes the root that of this process's mount namespace, with a /proc, /dev
// and /tmp of its own.
func (r Root) Enter() error {
	err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	if err == unix.EINVAL {
		return errors.New("the root directory is no mount point, as in a plain chroot; bind-mount it onto itself before the chroot: mount --bind DIR DIR")
	}
	if err != nil {
		return fmt.Errorf("make mounts private: %w", err)
	}
	root, err := cloneTree(r.Dir, r.ReadOnly)
	if err != nil {
		return err
	}
	attachments, err := r.attachments()
	if err != nil {
		return err
	}
	if err := unix.MoveMount(root, "", unix.AT_FDCWD, r.Dir, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return fmt.Errorf("mount %s: %w", r.Dir, err)
	}
	if err := pivot(r.Dir); err != nil {
		return err
	}
	for _, a := range attachments {
		if err := a.attach(); err != nil {
			return err
		}
	}
	if r.Hostname != "" {
		if err := unix.Sethostname([]byte(r.Hostname)); err != nil {
			return fmt.Errorf("set the host name: %w", err)
		}
	}
	return nil
}

// attachments opens the sources of the mounts and the devices.
func (r Root) attachments() ([]attachment, error) {
	all := slices.Clone(r.Mounts)
	for _, name := range devices {
		all = append(all, Mount{Source: filepath.Join("/dev", name), Target: filepath.Join("/dev", name)})
	}
	var attachments []attachment
	for _, m := range all {
		tree, err := cloneTree(m.Source, m.ReadOnly)
		if err != nil {
			return nil, err
		}
		attachments = append(attachments, attachment{tree, m.Target})
	}
	return attachments, nil
}

// attach mounts the tree on its target, which it makes below /dev.
func (a attachment) attach() error {
	defer unix.Close(a.tree)
	if filepath.Dir(a.target) == "/dev" {
		if err := os.WriteFile(a.target, nil, 0o666); err != nil {
			return err
		}
	}
	if err := unix.MoveMount(a.tree, "", unix.AT_FDCWD, a.target, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return fmt.Errorf("mount %s: %w", a.target, err)
	}
	return nil
}

// cloneTree takes a detached copy of a mount tree, as a bind mount would.
func cloneTree(source string, readOnly bool) (int, error) {
	tree, err := unix.OpenTree(unix.AT_FDCWD, source, unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC|unix.AT_RECURSIVE)
	if err != nil {
		return -1, fmt.Errorf("bind %s: %w", source, err)
	}
	if readOnly {
		attr := unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY}
		if err := unix.MountSetattr(tree, "", unix.AT_EMPTY_PATH|unix.AT_RECURSIVE, &attr); err != nil {
			return -1, fmt.Errorf("make %s read-only: %w", source, err)
		}
	}
	return tree, nil
}
