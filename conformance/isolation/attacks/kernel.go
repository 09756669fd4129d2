package main

import (
	"errors"
	"os"
	"unsafe"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

// The machine's own settings. Calls are such that the kernel refuses them for their
// arguments after it has looked at the caller's rights.
var kernel = []attack{
	{"setting", "open a setting of the machine for writing", openForWriting("/proc/sys/kernel/core_pattern")},
	{"setting-of-network", "open a setting of the network for writing", openForWriting("/proc/sys/net/core/somaxconn")},
	{"sysrq", "open the trigger of the machine's emergency functions", openForWriting("/proc/sysrq-trigger")},
	{"interrupts", "open the affinity of an interrupt for writing", openForWriting("/proc/irq/default_smp_affinity")},
	{"cgroup-release", "open the host's cgroups for writing", openForWriting("/sys/fs/cgroup/cgroup.procs")},
	{"kernel-log", "read the kernel's log by syslog(2)", kernelLog},
	{"load-module", "load a module of the kernel", pastRights(unix.SYS_INIT_MODULE, unix.ENOEXEC, unix.EFAULT, unix.EINVAL)},
	{"reboot", "restart the machine", pastRights(unix.SYS_REBOOT, unix.EINVAL)},
	{"load-kernel", "load another kernel", kexec},
	{"swap", "turn off swapping", swapoff},
	{"quota", "look at the disk's quotas", quota},
	{"set-clock", "set the machine's clock", setClock},
	{"ports", "reach the machine's ports", ports},
}

func kernelLog(host.Host) string {
	buffer := make([]byte, 128)
	const readAll = 3 // SYSLOG_ACTION_READ_ALL
	if n, err := unix.Klogctl(readAll, buffer); err != nil || n == 0 {
		return ""
	}
	return "lines of the kernel's log"
}

// pastRights makes a call without arguments and tells whether the error is one that
// comes after the check of rights.
func pastRights(nr uintptr, after ...unix.Errno) func(host.Host) string {
	return func(host.Host) string {
		_, _, errno := unix.Syscall(nr, 0, 0, 0)
		for _, e := range after {
			if errno == e {
				return "the caller has the right: " + errno.Error()
			}
		}
		return ""
	}
}

func kexec(host.Host) string {
	const tooMany = 1 << 20 // segments
	_, _, errno := unix.Syscall6(unix.SYS_KEXEC_LOAD, 0, tooMany, 0, 0, 0, 0)
	if errno != unix.EINVAL {
		return ""
	}
	return "the caller has the right"
}

func swapoff(host.Host) string {
	name := append([]byte("/nothing"), 0)
	if _, _, errno := unix.Syscall(unix.SYS_SWAPOFF, uintptr(unsafe.Pointer(&name[0])), 0, 0); errno != unix.ENOENT {
		return ""
	}
	return "the caller has the right"
}

func quota(host.Host) string {
	build, err := os.Open("/build")
	if err != nil {
		return ""
	}
	const getInfo = 0x800005 << 8 // QCMD(Q_GETINFO, USRQUOTA)
	var info [64]byte
	_, _, errno := unix.Syscall6(unix.SYS_QUOTACTL_FD, build.Fd(), getInfo, 0, uintptr(unsafe.Pointer(&info)), 0, 0)
	if errno == unix.EPERM || errno == unix.ENOSYS {
		return ""
	}
	return "the disk answers: " + errno.Error()
}

// setClock sets the frequency of the clock to what it is.
func setClock(host.Host) string {
	var now unix.Timex
	if _, err := unix.Adjtimex(&now); err != nil {
		return ""
	}
	const frequency = 0x0002 // ADJ_FREQUENCY
	change := unix.Timex{Modes: frequency, Freq: now.Freq}
	if _, err := unix.Adjtimex(&change); err != nil {
		return ""
	}
	return "the clock's frequency was set to what it was"
}

func ports(host.Host) string {
	err := errors.ErrUnsupported
	if len(ioPorts) > 0 {
		err = ioPorts[0]()
	}
	if err != nil {
		return ""
	}
	return "the machine's ports"
}
