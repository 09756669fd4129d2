package main

import (
	"math/bits"
	"strconv"
	"syscall"
	"unsafe"
)

// maxLong is the largest value that sysconf can return.
const maxLong = int64(^uint(0) >> 1)

// number is n as sysconf returns it: no more than a long holds.
func number(n uint64) (string, error) {
	if n > uint64(maxLong) {
		n = uint64(maxLong)
	}
	return strconv.FormatUint(n, 10), nil
}

// pageSize is AT_PAGESZ of the auxiliary vector.
func pageSize(*query) (string, error) { return number(uint64(syscall.Getpagesize())) }

func openMax(*query) (string, error)  { return limit(syscall.RLIMIT_NOFILE) }
func childMax(*query) (string, error) { return limit(rlimitNproc) }

// rlimitNproc is RLIMIT_NPROC of asm-generic/resource.h.
const rlimitNproc = 6

// limit is the soft limit of a resource; an unlimited one is undefined.
func limit(resource int) (string, error) {
	var l syscall.Rlimit
	if err := syscall.Getrlimit(resource, &l); err != nil {
		return "", errUndefined
	}
	if l.Cur == ^uint64(0) {
		return "", errUndefined
	}
	return number(l.Cur)
}

// affinity is the number of CPUs that the process may run on: musl's answer
// for both the configured and the online processors. musl asks with a set of
// 1024 bits, and counts one CPU when the kernel has more than that.
func affinity(*query) (string, error) {
	var set [128 / 8]uint64
	_, _, errno := syscall.RawSyscall(syscall.SYS_SCHED_GETAFFINITY, 0, unsafe.Sizeof(set), uintptr(unsafe.Pointer(&set)))
	if errno != 0 {
		return "1", nil
	}
	count := 0
	for _, word := range set {
		count += bits.OnesCount64(word)
	}
	return number(uint64(count))
}

// physPages is the memory of the machine, in pages.
func physPages(*query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Totalram) })
}

// availablePages is the free memory, in pages: glibc's answer.
func availablePages(*query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Freeram) })
}

// availableAndBufferPages is the memory that is free or in buffers: musl's.
func availableAndBufferPages(*query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Freeram) + uint64(info.Bufferram) })
}

func pages(of func(*syscall.Sysinfo_t) uint64) (string, error) {
	var info syscall.Sysinfo_t
	if err := syscall.Sysinfo(&info); err != nil {
		return "", errUndefined
	}
	return number(of(&info) * uint64(info.Unit) / uint64(syscall.Getpagesize()))
}
