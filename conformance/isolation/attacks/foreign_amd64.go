package main

import (
	"runtime/debug"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

// int80 makes a system call of i386 without arguments and returns what the kernel
// does.
func int80(nr uint32) int32

// answers makes a call by an instruction that this kernel may not have.
func answers(call func() bool) (yes bool) {
	debug.SetPanicOnFault(true)
	defer func() {
		if recover() != nil {
			yes = false
		}
	}()
	return call()
}

// foreignCalls makes calls whose numbers mean something else on this machine, so
// that a filter that looks at the number alone lets them through.
func foreignCalls(host.Host) string {
	const getpid, x32 = 20, 0x40000000
	if answers(func() bool { return int80(getpid) > 0 }) {
		return "a system call of i386"
	}
	if _, _, errno := unix.RawSyscall(x32+unix.SYS_GETPID, 0, 0, 0); errno == 0 {
		return "a system call of x32"
	}
	return ""
}
