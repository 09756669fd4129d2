package namespace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// kernelFiles are the files of /proc by which root changes the machine.
var kernelFiles = []string{"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/acpi"}

// ProtectKernel makes the machine's settings in /proc read-only. In a user
// namespace the caller could not change them either.
func ProtectKernel() error {
	for _, path := range kernelFiles {
		tree, err := cloneTree(path, true)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		err = unix.MoveMount(tree, "", unix.AT_FDCWD, path, unix.MOVE_MOUNT_F_EMPTY_PATH)
		unix.Close(tree)
		if err != nil {
			return fmt.Errorf("mount %s: %w", path, err)
		}
	}
	return nil
}

// hideDescriptors makes the descriptors from first on close-on-exec.
func hideDescriptors(first int) error {
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
