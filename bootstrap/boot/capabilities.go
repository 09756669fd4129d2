package boot

import (
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// ownSystem are the capabilities of a machine: those that systemd-nspawn(1) keeps
// by default, without CAP_MKNOD, as no device cgroup holds a machine back here.
// What is dropped reaches the host's kernel: modules, clocks, raw input and output.
var ownSystem = namespace.Capabilities{
	unix.CAP_AUDIT_CONTROL: true, unix.CAP_AUDIT_WRITE: true, unix.CAP_CHOWN: true, unix.CAP_DAC_OVERRIDE: true,
	unix.CAP_DAC_READ_SEARCH: true, unix.CAP_FOWNER: true, unix.CAP_FSETID: true, unix.CAP_IPC_OWNER: true,
	unix.CAP_KILL: true, unix.CAP_LEASE: true, unix.CAP_LINUX_IMMUTABLE: true, unix.CAP_NET_ADMIN: true,
	unix.CAP_NET_BIND_SERVICE: true, unix.CAP_NET_BROADCAST: true, unix.CAP_NET_RAW: true, unix.CAP_SETFCAP: true,
	unix.CAP_SETGID: true, unix.CAP_SETPCAP: true, unix.CAP_SETUID: true, unix.CAP_SYS_ADMIN: true,
	unix.CAP_SYS_BOOT: true, unix.CAP_SYS_CHROOT: true, unix.CAP_SYS_NICE: true, unix.CAP_SYS_PTRACE: true,
	unix.CAP_SYS_RESOURCE: true, unix.CAP_SYS_TTY_CONFIG: true,
}
