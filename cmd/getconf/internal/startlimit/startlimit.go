// Package startlimit remembers the limit of open files that the process was
// started with: package syscall raises it to the hard limit before main.
//
// Go initializes packages in the order of their import paths as soon as what
// they import is ready (Go specification, "Package initialization"), so this
// one, which imports no more than the runtime, comes before syscall.
// TestOpenMax of conformance/getconf fails should that ever change.
package startlimit

import (
	"runtime"
	"unsafe" // for go:linkname
)

// OpenFiles is the soft RLIMIT_NOFILE at the start, and the error number of
// prlimit64(2), or 0.
var OpenFiles, Errno = openFiles()

// rawSyscall6 is declared by hand: importing syscall would be too late.
//
//go:linkname rawSyscall6 syscall.RawSyscall6
func rawSyscall6(number, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)

func openFiles() (uint64, uintptr) {
	const rlimitNofile = 7 // asm-generic/resource.h
	var limit struct{ current, maximum uint64 }
	_, _, errno := rawSyscall6(prlimit64(), 0, rlimitNofile, 0, uintptr(unsafe.Pointer(&limit)), 0, 0)
	return limit.current, errno
}

// prlimit64 is the number of that system call (asm/unistd.h).
func prlimit64() uintptr {
	switch runtime.GOARCH {
	case "amd64":
		return 302
	case "386":
		return 340
	case "arm":
		return 369
	case "ppc64le":
		return 325
	case "s390x":
		return 334
	}
	return 261 // asm-generic: arm64, loong64, riscv64
}
