package namespace

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/unix"
)

// ShedCaller replaces what a process inherits of its caller's by fixed values. How
// fast it may run (its priority, scheduling and processors) stays the caller's.
func ShedCaller() error {
	unix.Umask(0o022)
	if _, err := unix.KeyctlInt(unix.KEYCTL_JOIN_SESSION_KEYRING, 0, 0, 0, 0); err != nil && err != unix.ENOSYS {
		return fmt.Errorf("join a session keyring: %w", err)
	}
	if _, _, errno := unix.RawSyscall(unix.SYS_PERSONALITY, 0, 0, 0); errno != 0 {
		return fmt.Errorf("set the personality: %w", errno)
	}
	if err := unix.Prctl(unix.PR_SET_TIMERSLACK, timerSlack, 0, 0, 0); err != nil {
		return fmt.Errorf("set the timer slack: %w", err)
	}
	return nil
}

// timerSlack is the kernel's default, in nanoseconds (prctl(2)).
const timerSlack = 50000

// DefaultSignals gives every signal its default action, as a caller's that are
// ignored would be so in the command, and unblocks all.
func DefaultSignals() error {
	var set unix.Sigset_t
	size := unsafe.Sizeof(set.Val[0]) * (signals / 8 / unsafe.Sizeof(set.Val[0]))
	var action [4]uintptr // struct sigaction of the kernel: SIG_DFL, no flags, an empty mask
	for signal := uintptr(1); signal <= signals; signal++ {
		if signal == uintptr(unix.SIGKILL) || signal == uintptr(unix.SIGSTOP) {
			continue
		}
		_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, signal, uintptr(unsafe.Pointer(&action)), 0, size, 0, 0)
		if errno != 0 {
			return fmt.Errorf("reset signal %d: %w", signal, errno)
		}
	}
	return unix.PthreadSigmask(unix.SIG_SETMASK, &set, nil)
}

// signals is the number of signals of all machines but MIPS.
const signals = 64
