package chroot

import "golang.org/x/sys/unix"

// refused are the system calls that a confined command can't make, whatever their
// arguments, by the error they give. ENOSYS is what programs take for a kernel that
// lacks a feature, and do without it; EPERM is what they get who are not root.
var refused = map[unix.Errno][]uintptr{
	unix.EPERM: append([]uintptr{
		// Files by their handles, which are the same in and outside of a root.
		unix.SYS_OPEN_BY_HANDLE_AT,
		// Mounts and namespaces.
		unix.SYS_MOUNT, unix.SYS_UMOUNT2, unix.SYS_PIVOT_ROOT, unix.SYS_SETNS,
		// The machine: its kernel, clock, swap, log, accounts, quotas.
		unix.SYS_INIT_MODULE, unix.SYS_FINIT_MODULE, unix.SYS_DELETE_MODULE, unix.SYS_KEXEC_LOAD,
		unix.SYS_KEXEC_FILE_LOAD, unix.SYS_REBOOT, unix.SYS_SETTIMEOFDAY, unix.SYS_CLOCK_SETTIME,
		unix.SYS_SWAPON, unix.SYS_SWAPOFF, unix.SYS_SYSLOG, unix.SYS_ACCT, unix.SYS_QUOTACTL,
		unix.SYS_QUOTACTL_FD, unix.SYS_LOOKUP_DCOOKIE, unix.SYS_VHANGUP, unix.SYS_FANOTIFY_INIT,
	}, refusedOnMachine...),
	unix.ENOSYS: {
		// Keyrings belong to users and sessions, not to roots.
		unix.SYS_ADD_KEY, unix.SYS_KEYCTL, unix.SYS_REQUEST_KEY,
		// The newer calls for mounts; programs fall back to mount(2).
		unix.SYS_FSOPEN, unix.SYS_FSCONFIG, unix.SYS_FSMOUNT, unix.SYS_FSPICK, unix.SYS_MOVE_MOUNT,
		unix.SYS_OPEN_TREE, unix.SYS_OPEN_TREE_ATTR, unix.SYS_MOUNT_SETATTR,
		// Its flags lie in memory, where a filter can't read them; libraries fall
		// back to clone(2).
		unix.SYS_CLONE3,
		// Large parts of the kernel that no build needs. io_uring would also make
		// system calls that pass no filter.
		unix.SYS_IO_URING_SETUP, unix.SYS_IO_URING_ENTER, unix.SYS_IO_URING_REGISTER, unix.SYS_BPF,
		unix.SYS_PERF_EVENT_OPEN, unix.SYS_USERFAULTFD, unix.SYS_NFSSERVCTL,
	},
}

// newNamespaces are the flags of clone(2) and unshare(2) that make namespaces;
// newTime, for unshare alone, is a part of the signal number in clone.
const (
	newNamespaces = unix.CLONE_NEWNS | unix.CLONE_NEWCGROUP | unix.CLONE_NEWUTS | unix.CLONE_NEWIPC |
		unix.CLONE_NEWUSER | unix.CLONE_NEWPID | unix.CLONE_NEWNET
	newTime = unix.CLONE_NEWTIME
)

// refusedRequests are those of ioctl(2) that reach further than their file: to
// type into a terminal, to take over the console or a virtual one, to load a line
// discipline, to give a file system keys.
var refusedRequests = []uint32{
	unix.TIOCSTI, unix.TIOCLINUX, unix.TIOCCONS, unix.TIOCSETD,
	unix.FS_IOC_ADD_ENCRYPTION_KEY, unix.FS_IOC_REMOVE_ENCRYPTION_KEY, unix.FS_IOC_REMOVE_ENCRYPTION_KEY_ALL_USERS,
}

// families are those of socket(2) that a confined command may use: local ones,
// the Internet's, and netlink for NETLINK_ROUTE alone, which getifaddrs(3) needs.
// Others reach the host (vsock), the kernel's cryptography or raw packets.
var families = []uint32{unix.AF_UNIX, unix.AF_INET, unix.AF_INET6, unix.AF_NETLINK}

// personas are what a command may ask of personality(2), beside its own persona,
// which it asks for by 0xffffffff. ADDR_NO_RANDOMIZE has no constant in package unix.
const (
	personas     = 0x0008 | 0x0020000 | addrNoRandom // PER_LINUX32, UNAME26
	addrNoRandom = 0x0040000
	ownPersona   = 0xffffffff
)
