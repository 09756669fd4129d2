//go:build amd64 || arm64 || riscv64 || ppc64le || s390x || loong64

package libc

// Facts of the targets with 64-bit long and pointers. A _SC_ constant whose
// fact is the empty text is undefined there.
const (
	longBit  = "64"
	longMax  = "9223372036854775807"
	ulongMax = "18446744073709551615"

	hasLP64  = "1"
	hasILP32 = ""

	glibcLargeFile = ""
	xbs5Widths     = "XBS5_LP64_OFF64"
	v6Widths       = "POSIX_V6_LP64_OFF64"
	v7Widths       = "POSIX_V7_LP64_OFF64"
)
