package main

import (
	"os/exec"
	"unsafe"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

// Parts of the kernel that no build needs and in which ways out were found before.
var surface = []attack{
	{"user-namespace", "make a user namespace, with all capabilities in it", userNamespace},
	{"mount-namespace", "make a mount namespace", func(host.Host) string { return made(unix.Unshare(unix.CLONE_NEWNS)) }},
	{"bpf", "make a map for programs in the kernel", call(unix.SYS_BPF, 0, bpfMap, unsafe.Sizeof(bpfMap))},
	{"perf", "count events of its own processor", performance},
	{"io-uring", "make a ring of system calls that no filter sees", call(unix.SYS_IO_URING_SETUP, 1, [120]byte{})},
	{"userfaultfd", "handle page faults of the kernel", func(host.Host) string { return opened(unix.Syscall(unix.SYS_USERFAULTFD, 0, 0, 0)) }},
	{"fanotify", "watch what others do with files", func(host.Host) string { return opened(unix.Syscall(unix.SYS_FANOTIFY_INIT, 0, 0, 0)) }},
	{"line-discipline", "load a line discipline", lineDiscipline},
	{"foreign-calls", "make system calls by the numbers of another machine", foreignCalls},
}

func userNamespace(host.Host) string {
	command := exec.Command("/proc/self/exe")
	command.SysProcAttr = newUser()
	return made(command.Run())
}

func made(err error) string {
	if err != nil {
		return ""
	}
	return "it was made"
}

func opened(fd, _ uintptr, errno unix.Errno) string {
	if errno != 0 {
		return ""
	}
	unix.Close(int(fd))
	return "it was made"
}

// bpfMap is the kernel's union bpf_attr for BPF_MAP_CREATE: an array of one value
// of 4 bytes.
var bpfMap = [4]uint32{2, 4, 4, 1}

// call makes a system call whose second argument is the address of a value.
func call[T any](nr, first uintptr, value T, rest ...uintptr) func(host.Host) string {
	return func(host.Host) string {
		third := uintptr(0)
		if len(rest) > 0 {
			third = rest[0]
		}
		return opened(unix.Syscall(nr, first, uintptr(unsafe.Pointer(&value)), third))
	}
}

func performance(host.Host) string {
	attr := unix.PerfEventAttr{Type: unix.PERF_TYPE_SOFTWARE, Config: unix.PERF_COUNT_SW_CPU_CLOCK, Size: uint32(unsafe.Sizeof(unix.PerfEventAttr{}))}
	fd, err := unix.PerfEventOpen(&attr, 0, -1, -1, 0)
	if err != nil {
		return ""
	}
	unix.Close(fd)
	return "a counter"
}

func lineDiscipline(host.Host) string {
	terminal, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		return ""
	}
	discipline := int32(29) // none has this number
	_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(terminal), unix.TIOCSETD, uintptr(unsafe.Pointer(&discipline)))
	if errno == unix.EPERM {
		return ""
	}
	return "the kernel looked for it"
}
