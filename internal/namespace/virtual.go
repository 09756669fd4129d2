package namespace

import (
	"fmt"
	"os"
	"path"

	"golang.org/x/sys/unix"
)

// pivot makes dir the root, mounts what it needs, and unmounts the old root.
// In that order: in a user namespace the kernel allows a new /proc only while
// the namespace has another one in sight.
func pivot(dir string, owner int) error {
	if err := os.Chdir(dir); err != nil {
		return err
	}
	// pivot_root(2): with both arguments ".", the old root is stacked on the new
	// one and can be unmounted at once.
	if err := unix.PivotRoot(".", "."); err != nil {
		return fmt.Errorf("pivot_root to %s: %w", dir, err)
	}
	if err := mountVirtual(owner); err != nil {
		return err
	}
	if err := unix.Unmount(".", unix.MNT_DETACH); err != nil {
		return fmt.Errorf("unmount the old root: %w", err)
	}
	return os.Chdir("/")
}

// MountProc mounts over /proc that of this process's own pid namespace.
func MountProc() error {
	if err := unix.Mount("proc", "/proc", "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, ""); err != nil {
		return fmt.Errorf("mount proc on /proc: %w", err)
	}
	return nil
}

// mountVirtual mounts /proc, /dev and /tmp of the owner's, and fills /dev but for
// its devices.
func mountVirtual(owner int) error {
	const plain = unix.MS_NOSUID | unix.MS_NODEV
	owned := fmt.Sprintf(",uid=%d,gid=%d", owner, owner)
	for _, m := range []struct {
		kind, target, data string
		flags              uintptr
	}{
		{"proc", "/proc", "", plain | unix.MS_NOEXEC},
		{"tmpfs", "/dev", "mode=755,size=64k" + owned, unix.MS_NOSUID | unix.MS_NOEXEC},
		{"tmpfs", "/dev/shm", "mode=1777" + owned, plain},
		{"devpts", "/dev/pts", "newinstance,ptmxmode=0666,mode=620", unix.MS_NOSUID | unix.MS_NOEXEC},
		{"tmpfs", "/tmp", "mode=1777" + owned, plain},
	} {
		if err := mountOwn(m.kind, m.target, m.data, m.flags); err != nil {
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
	return nil
}

// mountOwn mounts a file system on a directory of the root, or on one that it
// makes below /dev.
func mountOwn(kind, target, data string, flags uintptr) error {
	if path.Dir(target) == "/dev" {
		if err := os.Mkdir(target, 0o755); err != nil {
			return err
		}
	}
	return unix.Mount(kind, target, kind, flags, data)
}
