package chroot

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

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

// enterRoot makes spec.Root the root of this process's mount namespace.
func enterRoot(spec Spec) error {
	err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	if err == unix.EINVAL {
		return errors.New("the root directory is no mount point, as in a plain chroot; bind-mount it onto itself before the chroot: mount --bind DIR DIR")
	}
	if err != nil {
		return fmt.Errorf("make mounts private: %w", err)
	}
	root, err := cloneTree(spec.Root, spec.ReadOnlyRoot)
	if err != nil {
		return err
	}
	var attachments []attachment
	for _, m := range spec.Mounts {
		tree, err := cloneTree(m.Source, m.ReadOnly)
		if err != nil {
			return err
		}
		attachments = append(attachments, attachment{tree, m.Target})
	}
	for _, name := range devices {
		tree, err := cloneTree(filepath.Join("/dev", name), false)
		if err != nil {
			return err
		}
		attachments = append(attachments, attachment{tree, filepath.Join("/dev", name)})
	}
	if err := unix.MoveMount(root, "", unix.AT_FDCWD, spec.Root, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return fmt.Errorf("mount %s: %w", spec.Root, err)
	}
	if err := pivot(spec.Root); err != nil {
		return err
	}
	for _, a := range attachments {
		if filepath.Dir(a.target) == "/dev" {
			if err := os.WriteFile(a.target, nil, 0o666); err != nil {
				return err
			}
		}
		if err := unix.MoveMount(a.tree, "", unix.AT_FDCWD, a.target, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
			return fmt.Errorf("mount %s: %w", a.target, err)
		}
		unix.Close(a.tree)
	}
	if spec.Hostname != "" {
		if err := unix.Sethostname([]byte(spec.Hostname)); err != nil {
			return fmt.Errorf("set the host name: %w", err)
		}
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

// pivot makes dir the root, mounts what it needs, and lets go of the old root.
// In that order: in a user namespace the kernel allows a new /proc only while
// the namespace has another one in sight.
func pivot(dir string) error {
	if err := os.Chdir(dir); err != nil {
		return err
	}
	// pivot_root(2): with both arguments ".", the old root is stacked on the new
	// one and can be unmounted at once.
	if err := unix.PivotRoot(".", "."); err != nil {
		return fmt.Errorf("pivot_root to %s: %w", dir, err)
	}
	if err := mountVirtual(); err != nil {
		return err
	}
	if err := unix.Unmount(".", unix.MNT_DETACH); err != nil {
		return fmt.Errorf("unmount the old root: %w", err)
	}
	return os.Chdir("/")
}

// mountVirtual mounts /proc, /dev and /tmp, and fills /dev.
func mountVirtual() error {
	const plain = unix.MS_NOSUID | unix.MS_NODEV
	for _, m := range []struct {
		kind, target, data string
		flags              uintptr
	}{
		{"proc", "/proc", "", plain | unix.MS_NOEXEC},
		{"tmpfs", "/dev", "mode=755", unix.MS_NOSUID},
		{"tmpfs", "/tmp", "mode=1777", plain},
	} {
		if err := unix.Mount(m.kind, m.target, m.kind, m.flags, m.data); err != nil {
			return fmt.Errorf("mount %s on %s: %w", m.kind, m.target, err)
		}
	}
	for link, target := range map[string]string{
		"fd": "/proc/self/fd", "stdin": "/proc/self/fd/0", "stdout": "/proc/self/fd/1", "stderr": "/proc/self/fd/2",
		"ptmx": "pts/ptmx",
	} {
		if err := os.Symlink(target, "/dev/"+link); err != nil {
			return err
		}
	}
	for dir, mode := range map[string]os.FileMode{"/dev/shm": 0o1777, "/dev/pts": 0o755} {
		if err := os.Mkdir(dir, mode); err != nil {
			return err
		}
	}
	if err := os.Chmod("/dev/shm", 0o777|os.ModeSticky); err != nil {
		return err
	}
	return unix.Mount("devpts", "/dev/pts", "devpts", unix.MS_NOSUID|unix.MS_NOEXEC, "newinstance,ptmxmode=0666,mode=620")
}
