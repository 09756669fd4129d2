package chroot

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// A capabilitySet is what a command may keep of root's capabilities(7).
type capabilitySet map[uintptr]bool

// ownFiles are the capabilities of a confined command: over its own files and
// processes. What is dropped reaches the machine itself where the caller is root:
// mounting (a read-only root can be made writable), devices, kernel modules, time,
// tracing.
var ownFiles = capabilitySet{
	unix.CAP_CHOWN: true, unix.CAP_DAC_OVERRIDE: true, unix.CAP_DAC_READ_SEARCH: true, unix.CAP_FOWNER: true,
	unix.CAP_FSETID: true, unix.CAP_KILL: true, unix.CAP_SETGID: true, unix.CAP_SETUID: true, unix.CAP_SETPCAP: true,
	unix.CAP_SETFCAP: true, unix.CAP_SYS_CHROOT: true,
}

// ownSystem are the capabilities of a machine: those that systemd-nspawn(1) keeps
// by default, without CAP_MKNOD, as no device cgroup holds a machine back here.
// What is dropped reaches the host's kernel: modules, clocks, raw input and output.
var ownSystem = capabilitySet{
	unix.CAP_AUDIT_CONTROL: true, unix.CAP_AUDIT_WRITE: true, unix.CAP_CHOWN: true, unix.CAP_DAC_OVERRIDE: true,
	unix.CAP_DAC_READ_SEARCH: true, unix.CAP_FOWNER: true, unix.CAP_FSETID: true, unix.CAP_IPC_OWNER: true,
	unix.CAP_KILL: true, unix.CAP_LEASE: true, unix.CAP_LINUX_IMMUTABLE: true, unix.CAP_NET_ADMIN: true,
	unix.CAP_NET_BIND_SERVICE: true, unix.CAP_NET_BROADCAST: true, unix.CAP_NET_RAW: true, unix.CAP_SETFCAP: true,
	unix.CAP_SETGID: true, unix.CAP_SETPCAP: true, unix.CAP_SETUID: true, unix.CAP_SYS_ADMIN: true,
	unix.CAP_SYS_BOOT: true, unix.CAP_SYS_CHROOT: true, unix.CAP_SYS_NICE: true, unix.CAP_SYS_PTRACE: true,
	unix.CAP_SYS_RESOURCE: true, unix.CAP_SYS_TTY_CONFIG: true,
}

// keepOnly limits what the calling thread's children can have. The thread has to
// be locked.
func keepOnly(set capabilitySet) error {
	for capability := uintptr(0); ; capability++ {
		if set[capability] {
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
