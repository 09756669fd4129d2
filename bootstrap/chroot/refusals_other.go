//go:build !amd64

package chroot

var refusedOnMachine []uintptr
