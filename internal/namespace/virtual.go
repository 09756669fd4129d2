package namespace

import (
	"fmt"
	"os"
	"path"

	"golang.org/x/sys/unix"
)

// pivot makes the root's directory the root and unmounts the old one, before
// anything is mounted by a path in the new root: as long as the old root is stacked
// on the new one, a link to ".." there leads to it. Only /proc comes earlier: in a user
// namespace the kernel allows a new one only while another one is in sight.
func (r Root) pivot() error {
	if err := os.Chdir(r.Dir); err != nil {
		return err
	}
	if err := checkMountPoints(); err != nil {
		return err
	}
	if err := mountProc(); err != nil {
		return err
	}
	// pivot_root(2): with both arguments ".", the old root is stacked on the new
	// one and can be unmounted at once.
	if err := unix.PivotRoot(".", "."); err != nil {
		return fmt.Errorf("pivot_root to %s: %w", r.Dir, err)
	}
	if err := unix.Unmount(".", unix.MNT_DETACH); err != nil {
		return fmt.Errorf("unmount the old root: %w", err)
	}
	return os.Chdir("/")
}

// checkMountPoints returns an error unless the working directory has the
// directories to mount on.
func checkMountPoints() error {
	for _, name := range MountPoints() {
		info, err := os.Lstat(name)
		if err == nil && !info.IsDir() {
			err = unix.ENOTDIR
		}
		if err != nil {
			return fmt.Errorf("mount on /%s: %w; make it a directory", name, err)
		}
	}
	return nil
}

// mountProc mounts /proc below the working directory and returns there.
func mountProc() error {
	root, err := unix.Open(".", unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(root)
	proc, err := unix.Openat2(root, "proc", &unix.OpenHow{
		Flags: unix.O_PATH | unix.O_DIRECTORY | unix.O_CLOEXEC, Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS,
	})
	if err != nil {
		return fmt.Errorf("mount on /proc: %w", err)
	}
	defer unix.Close(proc)
	if err := unix.Fchdir(proc); err != nil {
		return err
	}
	if err := mountProcOn("."); err != nil {
		return err
	}
	return unix.Fchdir(root)
}

// MountProc mounts over /proc that of this process's own pid namespace.
func MountProc() error { return mountProcOn("/proc") }

func mountProcOn(target string) error {
	if err := unix.Mount("proc", target, "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, ""); err != nil {
		return fmt.Errorf("mount proc on /proc: %w", err)
	}
	return nil
}

// mountVirtual mounts /dev and /tmp of the owner's, and fills /dev but for
// its devices.
func (r Root) mountVirtual() error {
	const plain = unix.MS_NOSUID | unix.MS_NODEV
	owned := fmt.Sprintf(",uid=%d,gid=%d", r.Owner, r.Owner)
	for _, m := range []struct {
		kind, target, data string
		flags              uintptr
	}{
		{"tmpfs", "/dev", "mode=755,size=64k,nr_inodes=1024" + owned, unix.MS_NOSUID | unix.MS_NOEXEC},
		{"tmpfs", "/dev/shm", "mode=1777" + sized(r.Temporary/4) + owned, plain},
		{"devpts", "/dev/pts", "newinstance,ptmxmode=0666,mode=620", unix.MS_NOSUID | unix.MS_NOEXEC},
		{"tmpfs", "/tmp", "mode=1777" + sized(r.Temporary-r.Temporary/4) + owned, plain},
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

// bytesPerInode is how large the files of a full tmpfs are at least, on average:
// an inode takes memory as well, about 1 KiB.
const bytesPerInode = 16 << 10

// sized are the mount options of a tmpfs whose files may take so many bytes; none
// for 0.
func sized(bytes int64) string {
	if bytes <= 0 {
		return ""
	}
	const page = 4 << 10
	return fmt.Sprintf(",size=%dk,nr_inodes=%d", max(bytes, page)>>10, max(bytes/bytesPerInode, 1024))
}
