package chroot

import (
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// ownFiles are the capabilities of a confined command: over its own files and
// processes. What is dropped reaches the machine itself where the caller is root:
// mounting (a read-only root can be made writable), devices, kernel modules, time,
// tracing.
var ownFiles = namespace.Capabilities{
	unix.CAP_CHOWN: true, unix.CAP_DAC_OVERRIDE: true, unix.CAP_FOWNER: true,
	unix.CAP_FSETID: true, unix.CAP_KILL: true, unix.CAP_SETGID: true, unix.CAP_SETUID: true, unix.CAP_SETPCAP: true,
	unix.CAP_SETFCAP: true, unix.CAP_SYS_CHROOT: true,
}
