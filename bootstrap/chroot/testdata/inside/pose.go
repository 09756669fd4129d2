package main

import (
	"os"
	"strconv"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// memoryMap is struct prctl_mm_map of linux/prctl.h.
type memoryMap struct {
	startCode, endCode, startData, endData, startBrk, brk, startStack uint64
	argStart, argEnd, envStart, envEnd                                uint64
	auxv                                                              uint64
	auxvSize, exeFD                                                   uint32
}

// pose makes the kernel take 64 GiB of zeros for this process's command line.
func pose() error {
	const size = 64 << 30
	start, _, errno := unix.Syscall6(unix.SYS_MMAP, 0, size, unix.PROT_READ,
		unix.MAP_PRIVATE|unix.MAP_ANONYMOUS|unix.MAP_NORESERVE, ^uintptr(0), 0)
	if errno != 0 {
		return errno
	}
	text, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return err
	}
	// The fields of proc_pid_stat(5), of which the name, number 2, ends with the last ")".
	fields := strings.Fields(string(text)[strings.LastIndexByte(string(text), ')')+1:])
	field := func(number int) uint64 {
		value, _ := strconv.ParseUint(fields[number-3], 10, 64)
		return value
	}
	m := memoryMap{
		startCode: field(26), endCode: field(27), startStack: field(28), startData: field(45), endData: field(46),
		startBrk: field(47), brk: field(47), argStart: uint64(start), argEnd: uint64(start) + size,
		envStart: field(50), envEnd: field(51), exeFD: ^uint32(0),
	}
	return unix.Prctl(unix.PR_SET_MM, unix.PR_SET_MM_MAP, uintptr(unsafe.Pointer(&m)), unsafe.Sizeof(m), 0)
}
