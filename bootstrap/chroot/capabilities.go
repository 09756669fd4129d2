package chroot

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// kept are the capabilities of a machine: what systemd-nspawn(1) lists as kept
// by default, without CAP_MKNOD, as no device cgroup holds a machine back here.
// The others reach the host's kernel: modules, clocks, raw input and output.
var kept = []int{
	unix.CAP_AUDIT_CONTROL, unix.CAP_AUDIT_WRITE, unix.CAP_CHOWN, unix.CAP_DAC_OVERRIDE, unix.CAP_DAC_READ_SEARCH,
	unix.CAP_FOWNER, unix.CAP_FSETID, unix.CAP_IPC_OWNER, unix.CAP_KILL, unix.CAP_LEASE, unix.CAP_LINUX_IMMUTABLE,
	unix.CAP_NET_ADMIN, unix.CAP_NET_BIND_SERVICE, unix.CAP_NET_BROADCAST, unix.CAP_NET_RAW, unix.CAP_SETFCAP,
	unix.CAP_SETGID, unix.CAP_SETPCAP, unix.CAP_SETUID, unix.CAP_SYS_ADMIN, unix.CAP_SYS_BOOT, unix.CAP_SYS_CHROOT,
	unix.CAP_SYS_NICE, unix.CAP_SYS_PTRACE, unix.CAP_SYS_RESOURCE, unix.CAP_SYS_TTY_CONFIG,
}

// dropCapabilities takes all others from what this thread execs.
func dropCapabilities() error {
	keep := make(map[int]bool)
	for _, capability := range kept {
		keep[capability] = true
	}
	for capability := 0; capability <= unix.CAP_LAST_CAP; capability++ {
		if keep[capability] {
			continue
		}
		// EINVAL: a capability that this kernel does not know.
		err := unix.Prctl(unix.PR_CAPBSET_DROP, uintptr(capability), 0, 0, 0)
		if err != nil && err != unix.EINVAL {
			return fmt.Errorf("drop capability %d: %w", capability, err)
		}
	}
	return nil
}
