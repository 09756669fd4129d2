//go:build arm64 || arm || riscv64 || ppc64le || s390x

package main

// Facts of the targets whose ABI has an unsigned char.
const (
	charMin = "0"
	charMax = "255"
)
