package main

import (
	"fmt"
	"os"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// calls makes system calls that reach out of a root, and prints what came of each.
// Arguments are such that none does harm where it is not refused.
func calls() {
	empty := uintptr(unsafe.Pointer(&[256]byte{}))
	root := uintptr(unsafe.Pointer(unsafe.StringData("/\x00")))
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	tty := terminal.Fd()
	for _, call := range []struct {
		name string
		nr   uintptr
		args [5]uintptr
	}{
		{"open_by_handle_at", unix.SYS_OPEN_BY_HANDLE_AT, [5]uintptr{0, empty}},
		{"mount", unix.SYS_MOUNT, [5]uintptr{0, root, 0, unix.MS_REMOUNT | unix.MS_BIND}},
		{"umount2", unix.SYS_UMOUNT2, [5]uintptr{root, unix.MNT_DETACH}},
		{"pivot_root", unix.SYS_PIVOT_ROOT, [5]uintptr{root, root}},
		{"setns", unix.SYS_SETNS, [5]uintptr{0, unix.CLONE_NEWNS}},
		{"unshare user", unix.SYS_UNSHARE, [5]uintptr{unix.CLONE_NEWUSER}},
		{"unshare mounts", unix.SYS_UNSHARE, [5]uintptr{unix.CLONE_NEWNS}},
		{"unshare time", unix.SYS_UNSHARE, [5]uintptr{unix.CLONE_NEWTIME}},
		{"clone user", unix.SYS_CLONE, [5]uintptr{unix.CLONE_NEWUSER | uintptr(unix.SIGCHLD)}},
		{"syslog", unix.SYS_SYSLOG, [5]uintptr{10}},
		{"settimeofday", unix.SYS_SETTIMEOFDAY, [5]uintptr{}},
		{"reboot", unix.SYS_REBOOT, [5]uintptr{}},
		{"quotactl", unix.SYS_QUOTACTL, [5]uintptr{}},
		{"fanotify_init", unix.SYS_FANOTIFY_INIT, [5]uintptr{}},
		{"init_module", unix.SYS_INIT_MODULE, [5]uintptr{}},
		{"clone3", unix.SYS_CLONE3, [5]uintptr{empty, 64}},
		{"fsopen", unix.SYS_FSOPEN, [5]uintptr{empty}},
		{"open_tree", unix.SYS_OPEN_TREE, [5]uintptr{0, root, 0}},
		{"mount_setattr", unix.SYS_MOUNT_SETATTR, [5]uintptr{0, root}},
		{"bpf", unix.SYS_BPF, [5]uintptr{0, empty, 64}},
		{"perf_event_open", unix.SYS_PERF_EVENT_OPEN, [5]uintptr{empty}},
		{"io_uring_setup", unix.SYS_IO_URING_SETUP, [5]uintptr{1, empty}},
		{"userfaultfd", unix.SYS_USERFAULTFD, [5]uintptr{1}},
		{"add_key", unix.SYS_ADD_KEY, [5]uintptr{empty, empty}},
		{"keyctl", unix.SYS_KEYCTL, [5]uintptr{0, 0xfffffffc}},
		{"request_key", unix.SYS_REQUEST_KEY, [5]uintptr{empty, empty}},
		{"TIOCSTI", unix.SYS_IOCTL, [5]uintptr{tty, unix.TIOCSTI, empty}},
		{"TIOCSTI and more", unix.SYS_IOCTL, [5]uintptr{tty, unix.TIOCSTI | 1<<32, empty}},
		{"TIOCLINUX", unix.SYS_IOCTL, [5]uintptr{tty, unix.TIOCLINUX, empty}},
		{"TIOCSETD", unix.SYS_IOCTL, [5]uintptr{tty, unix.TIOCSETD | 1<<63, empty}},
		{"vsock", unix.SYS_SOCKET, [5]uintptr{unix.AF_VSOCK, unix.SOCK_STREAM}},
		{"vsock and more", unix.SYS_SOCKET, [5]uintptr{unix.AF_VSOCK | 1<<32, unix.SOCK_STREAM}},
		{"packet", unix.SYS_SOCKET, [5]uintptr{unix.AF_PACKET, unix.SOCK_RAW}},
		{"alg", unix.SYS_SOCKET, [5]uintptr{unix.AF_ALG, unix.SOCK_SEQPACKET}},
		{"netlink audit", unix.SYS_SOCKET, [5]uintptr{unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_AUDIT}},
		{"personality", unix.SYS_PERSONALITY, [5]uintptr{0x0100000}}, // MMAP_PAGE_ZERO
		{"mknod", unix.SYS_MKNODAT, [5]uintptr{^uintptr(99), uintptr(unsafe.Pointer(unsafe.StringData("/tmp/n\x00"))), unix.S_IFBLK, 0x700}},
		{"x32 getpid", 0x40000000 + unix.SYS_GETPID, [5]uintptr{}},
	} {
		_, _, errno := syscall.RawSyscall6(call.nr, call.args[0], call.args[1], call.args[2], call.args[3], call.args[4], 0)
		fmt.Printf("%s: %s\n", call.name, unix.ErrnoName(errno))
	}
	allowed()
}

// allowed are system calls that look like those that are refused.
func allowed() {
	const none = ^uintptr(0)
	for _, call := range []struct {
		name string
		nr   uintptr
		args [3]uintptr
	}{
		{"socket inet", unix.SYS_SOCKET, [3]uintptr{unix.AF_INET, unix.SOCK_STREAM}},
		{"socket route", unix.SYS_SOCKET, [3]uintptr{unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_ROUTE}},
		{"own personality", unix.SYS_PERSONALITY, [3]uintptr{0xffffffff}},
		{"no randomization", unix.SYS_PERSONALITY, [3]uintptr{0x0040000}},
		{"unshare files", unix.SYS_UNSHARE, [3]uintptr{unix.CLONE_FILES}},
	} {
		_, _, errno := syscall.RawSyscall(call.nr, call.args[0], call.args[1], call.args[2])
		fmt.Printf("%s: %s\n", call.name, unix.ErrnoName(errno))
	}
	_, _, errno := syscall.RawSyscall(unix.SYS_IOCTL, none, unix.TCGETS, 0)
	fmt.Printf("TCGETS: %s\n", unix.ErrnoName(errno)) // of a descriptor that is none
}
