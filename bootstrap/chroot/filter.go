package chroot

import (
	"fmt"
	"runtime"
	"slices"
	"unsafe"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

// architectures are those of the kernel's filters (linux/audit.h), by Go's name.
var architectures = map[string]uint32{
	"amd64": unix.AUDIT_ARCH_X86_64, "arm64": unix.AUDIT_ARCH_AARCH64, "riscv64": unix.AUDIT_ARCH_RISCV64,
}

// x32 is set in the numbers of x86_64's system calls of 32-bit pointers.
const x32 = 0x40000000

// Offsets in struct seccomp_data (seccomp(2)). Arguments are of 64 bits, of which
// the lower half comes first on all of the architectures.
const offsetNr, offsetArch = 0, 4

func offsetArgument(n int) uint32 { return 16 + 8*uint32(n) }

// program is the filter of a confined command, for an architecture. With watched,
// the system calls that name an address of the network are notified of.
func program(arch uint32, watched bool) ([]unix.SockFilter, error) {
	filter := []bpf.Instruction{
		bpf.LoadAbsolute{Off: offsetArch, Size: 4},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: arch, SkipTrue: 1},
		refuse(unix.ENOSYS), // 32-bit programs, whose calls have other numbers
		bpf.LoadAbsolute{Off: offsetNr, Size: 4},
		bpf.JumpIf{Cond: bpf.JumpLessThan, Val: x32, SkipTrue: 1},
		refuse(unix.ENOSYS),
	}
	for _, errno := range []unix.Errno{unix.EPERM, unix.ENOSYS} {
		for _, nr := range refused[errno] {
			filter = append(filter, bpf.JumpIf{Cond: bpf.JumpEqual, Val: uint32(nr), SkipFalse: 1}, refuse(errno))
		}
	}
	filter = slices.Concat(filter,
		on(unix.SYS_CLONE, 0, anyBit(newNamespaces, unix.EPERM)),
		on(unix.SYS_UNSHARE, 0, anyBit(newNamespaces|newTime, unix.EPERM)),
		on(unix.SYS_IOCTL, 1, oneOf(refusedRequests, unix.EPERM)),
		on(unix.SYS_SOCKET, 0, noneOf(families, unix.EAFNOSUPPORT)),
		on(unix.SYS_SOCKET, 0, ifEqual(unix.AF_NETLINK, 2, noneOf([]uint32{unix.NETLINK_ROUTE}, unix.EPROTONOSUPPORT))),
		on(unix.SYS_SOCKETPAIR, 0, noneOf(families, unix.EAFNOSUPPORT)),
		on(unix.SYS_PERSONALITY, 0, unlessEqual(ownPersona, anyBit(^uint32(personas), unix.EPERM))),
	)
	if watched {
		filter = append(filter, notifying()...)
	}
	return assemble(append(filter, bpf.RetConstant{Val: unix.SECCOMP_RET_ALLOW}))
}

// notifying notifies of connect, sendmsg and sendmmsg, and of sendto with an
// address.
func notifying() []bpf.Instruction {
	notify := bpf.RetConstant{Val: unix.SECCOMP_RET_USER_NOTIF}
	var filter []bpf.Instruction
	for _, nr := range []uint32{unix.SYS_CONNECT, unix.SYS_SENDMSG, unix.SYS_SENDMMSG} {
		filter = append(filter, bpf.JumpIf{Cond: bpf.JumpEqual, Val: nr, SkipFalse: 1}, notify)
	}
	return slices.Concat(filter, on(unix.SYS_SENDTO, 4, []bpf.Instruction{
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: 0, SkipTrue: 1}, notify,
		bpf.LoadAbsolute{Off: offsetArgument(4) + 4, Size: 4},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: 0, SkipTrue: 1}, notify,
	}))
}

// on applies a test to the lower half of an argument of a system call: the kernel
// takes no more of those that are tested here.
func on(nr uint32, argument int, test []bpf.Instruction) []bpf.Instruction {
	return slices.Concat(
		[]bpf.Instruction{
			bpf.JumpIf{Cond: bpf.JumpEqual, Val: nr, SkipFalse: uint8(len(test) + 2)},
			bpf.LoadAbsolute{Off: offsetArgument(argument), Size: 4},
		},
		test,
		[]bpf.Instruction{bpf.LoadAbsolute{Off: offsetNr, Size: 4}},
	)
}

func refuse(errno unix.Errno) bpf.Instruction {
	return bpf.RetConstant{Val: unix.SECCOMP_RET_ERRNO | uint32(errno)}
}

func anyBit(bits uint32, errno unix.Errno) []bpf.Instruction {
	return []bpf.Instruction{bpf.JumpIf{Cond: bpf.JumpBitsSet, Val: bits, SkipFalse: 1}, refuse(errno)}
}

func oneOf(values []uint32, errno unix.Errno) []bpf.Instruction {
	var test []bpf.Instruction
	for _, value := range values {
		test = append(test, bpf.JumpIf{Cond: bpf.JumpEqual, Val: value, SkipFalse: 1}, refuse(errno))
	}
	return test
}

func noneOf(values []uint32, errno unix.Errno) []bpf.Instruction {
	test := []bpf.Instruction{refuse(errno)}
	for _, value := range values {
		test = slices.Concat([]bpf.Instruction{bpf.JumpIf{Cond: bpf.JumpEqual, Val: value, SkipTrue: uint8(len(test))}}, test)
	}
	return test
}

// unlessEqual goes on with a test unless the argument is value.
func unlessEqual(value uint32, test []bpf.Instruction) []bpf.Instruction {
	return slices.Concat([]bpf.Instruction{bpf.JumpIf{Cond: bpf.JumpEqual, Val: value, SkipTrue: uint8(len(test))}}, test)
}

// ifEqual goes on with a test of another argument where the first is value.
func ifEqual(value uint32, argument int, test []bpf.Instruction) []bpf.Instruction {
	test = slices.Concat([]bpf.Instruction{bpf.LoadAbsolute{Off: offsetArgument(argument), Size: 4}}, test)
	return slices.Concat([]bpf.Instruction{bpf.JumpIf{Cond: bpf.JumpEqual, Val: value, SkipFalse: uint8(len(test))}}, test)
}

func assemble(filter []bpf.Instruction) ([]unix.SockFilter, error) {
	raw, err := bpf.Assemble(filter)
	if err != nil {
		return nil, fmt.Errorf("assemble the filter of system calls: %w", err)
	}
	var program []unix.SockFilter
	for _, i := range raw {
		program = append(program, unix.SockFilter{Code: i.Op, Jt: i.Jt, Jf: i.Jf, K: i.K})
	}
	return program, nil
}

// installFilter gives the calling thread, which has to be locked, the filter. With
// watched it returns the descriptor that tells of the notifications, or -1 where
// the kernel has none or another filter has taken them.
func installFilter(watched bool) (listener int, err error) {
	arch, ok := architectures[runtime.GOARCH]
	if !ok {
		return -1, fmt.Errorf("no filter of system calls is known for %s", runtime.GOARCH)
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return -1, fmt.Errorf("set no_new_privs: %w", err)
	}
	if watched {
		listener, err := setFilter(arch, true, unix.SECCOMP_FILTER_FLAG_NEW_LISTENER)
		if err == nil {
			unix.CloseOnExec(listener)
			return listener, nil
		}
	}
	_, err = setFilter(arch, false, 0)
	return -1, err
}

func setFilter(arch uint32, watched bool, flags uintptr) (int, error) {
	filter, err := program(arch, watched)
	if err != nil {
		return -1, err
	}
	prog := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	result, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, flags, uintptr(unsafe.Pointer(&prog)))
	if errno != 0 {
		return -1, fmt.Errorf("install the filter of system calls: %w; the kernel must have CONFIG_SECCOMP_FILTER", errno)
	}
	return int(result), nil
}
