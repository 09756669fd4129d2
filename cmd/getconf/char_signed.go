//go:build amd64 || 386 || loong64

package main

// Facts of the targets whose ABI has a signed char.
const (
	charMin = "-128"
	charMax = "127"
)
