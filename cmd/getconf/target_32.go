//go:build 386 || arm

package main

// Facts of the 32-bit targets (ILP32).
const (
	longBit  = "32"
	longMax  = "2147483647"
	ulongMax = "4294967295"
)
