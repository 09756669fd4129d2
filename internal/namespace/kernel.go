package namespace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// kernelFiles are the files of /proc by which root changes the machine.
var kernelFiles = []string{"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/acpi"}

// ProtectKernel makes the machine's settings in /proc read-only. In a user
// namespace the caller could not change them either.
func ProtectKernel() error {
	for _, path := range kernelFiles {
		if err := protect(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// protect makes a file or directory read-only.
func protect(path string) error {
	tree, err := cloneTree(path, &unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY})
	if err != nil {
		return err
	}
	return attachment{tree, path}.attach()
}

// inSight are the entries of /proc, beside the processes, that a build may read:
// what a C library, a compiler or a test asks for. sys is read-only.
var inSight = map[string]bool{
	"cgroups": true, "cpuinfo": true, "filesystems": true, "loadavg": true, "meminfo": true, "mounts": true,
	"net": true, "self": true, "stat": true, "sys": true, "sysvipc": true, "thread-self": true, "uptime": true,
	"version": true,
}

// HideKernel covers all else in /proc: memory, symbols, keys, locks, disks,
// interrupts, the command line of the kernel. The files seem to be empty.
func HideKernel() error {
	if err := protect("/proc/sys"); err != nil {
		return err
	}
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		if inSight[name] || strings.Trim(name, "0123456789") == "" {
			continue
		}
		if err := cover(filepath.Join("/proc", name), entry.IsDir()); err != nil {
			return fmt.Errorf("hide /proc/%s: %w", name, err)
		}
	}
	return nil
}

// cover mounts an empty directory or file over a path.
func cover(path string, isDir bool) error {
	if isDir {
		const flags = unix.MS_RDONLY | unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC
		return unix.Mount("tmpfs", path, "tmpfs", flags, "mode=555,nr_inodes=1")
	}
	return unix.Mount("/dev/null", path, "", unix.MS_BIND, "")
}

// HideDescriptors makes the descriptors from first on close-on-exec.
func HideDescriptors(first int) error {
	err := unix.CloseRange(uint(first), ^uint(0)>>1, unix.CLOSE_RANGE_CLOEXEC)
	if !errors.Is(err, unix.ENOSYS) && !errors.Is(err, unix.EINVAL) {
		return err
	}
	entries, err := os.ReadDir("/proc/self/fd") // before Linux 5.11
	for _, entry := range entries {
		var fd int
		if n, _ := fmt.Sscan(filepath.Base(entry.Name()), &fd); n == 1 && fd >= first {
			unix.CloseOnExec(fd)
		}
	}
	return err
}
