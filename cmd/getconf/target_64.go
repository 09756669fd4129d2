//go:build amd64 || arm64 || riscv64 || ppc64le || s390x || loong64

package main

// Facts of the 64-bit targets (LP64).
const (
	longBit  = "64"
	longMax  = "9223372036854775807"
	ulongMax = "18446744073709551615"
)
