package namespace

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// pivot makes dir the root, mounts what it needs, and unmounts the old root.
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
