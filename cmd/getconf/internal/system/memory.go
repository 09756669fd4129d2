package system

import (
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// PageSize is AT_PAGESZ of the auxiliary vector.
func PageSize(*Query) (string, error) { return value.Number(uint64(syscall.Getpagesize())) }

// PhysPages is the memory of the machine, in pages.
func PhysPages(*Query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Totalram) })
}

// AvailablePages is the free memory, in pages: glibc's answer.
func AvailablePages(*Query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Freeram) })
}

// FreeAndBufferPages is the memory that is free or in buffers: musl's answer
// for the available pages. The sum is a long of the machine, as in musl: with 32
// bits it starts again from 0 at 4 GiB (observed under qemu-user for arm).
func FreeAndBufferPages(*Query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Freeram + info.Bufferram) })
}

func pages(of func(*syscall.Sysinfo_t) uint64) (string, error) {
	var info syscall.Sysinfo_t
	if err := syscall.Sysinfo(&info); err != nil {
		return "", value.Undefined
	}
	return value.Number(of(&info) * uint64(info.Unit) / uint64(syscall.Getpagesize()))
}
