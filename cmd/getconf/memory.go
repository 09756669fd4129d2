package main

import "syscall"

// pageSize is AT_PAGESZ of the auxiliary vector.
func pageSize(*query) (string, error) { return number(uint64(syscall.Getpagesize())) }

// physPages is the memory of the machine, in pages.
func physPages(*query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Totalram) })
}

// availablePages is the free memory, in pages: glibc's answer.
func availablePages(*query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Freeram) })
}

// freeAndBufferPages is the memory that is free or in buffers: musl's answer
// for the available pages.
func freeAndBufferPages(*query) (string, error) {
	return pages(func(info *syscall.Sysinfo_t) uint64 { return uint64(info.Freeram) + uint64(info.Bufferram) })
}

func pages(of func(*syscall.Sysinfo_t) uint64) (string, error) {
	var info syscall.Sysinfo_t
	if err := syscall.Sysinfo(&info); err != nil {
		return "", errUndefined
	}
	return number(of(&info) * uint64(info.Unit) / uint64(syscall.Getpagesize()))
}
