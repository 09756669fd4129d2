package chroot

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// kept are the capabilities that a confined command may have: over its own files
// and processes. What is dropped reaches the machine itself where the caller is
// root: mounting (a read-only root can be made writable), devices, kernel
// modules, time, tracing.
var kept = map[uintptr]bool{
	unix.CAP_CHOWN: true, unix.CAP_DAC_OVERRIDE: true, unix.CAP_DAC_READ_SEARCH: true, unix.CAP_FOWNER: true,
	unix.CAP_FSETID: true, unix.CAP_KILL: true, unix.CAP_SETGID: true, unix.CAP_SETUID: true, unix.CAP_SETPCAP: true,
	unix.CAP_SETFCAP: true, unix.CAP_SYS_CHROOT: true,
}

// kernelFiles are the places of /proc where root changes the machine.
var kernelFiles = []string{"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/acpi"}

// dropCapabilities limits what the calling thread's children can have. The thread
// has to be locked.
func dropCapabilities() error {
	for capability := uintptr(0); ; capability++ {
		if kept[capability] {
			continue
		}
		err := unix.Prctl(unix.PR_CAPBSET_DROP, capability, 0, 0, 0)
		if err == unix.EINVAL { // past the kernel's last
			return nil
		}
		if err != nil {
			return fmt.Errorf("drop capability %d: %w", capability, err)
		}
	}
}

// protectKernel makes the machine's settings in /proc read-only. In a user
// namespace they are not the caller's to change.
func protectKernel() error {
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

// hideDescriptors keeps what the caller had open, from fd first on, from the
// command.
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
