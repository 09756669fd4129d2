package chroot

import "golang.org/x/sys/unix"

// refusedOnMachine are system calls of this architecture alone: ports of the
// machine.
var refusedOnMachine = []uintptr{unix.SYS_IOPL, unix.SYS_IOPERM}
