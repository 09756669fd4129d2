//go:build 386 || arm

package libc

// Facts of the targets with 32-bit int, long and pointers. A _SC_ constant
// whose fact is the empty text is undefined there.
const (
	longBit  = "32"
	longMax  = "2147483647"
	ulongMax = "4294967295"

	hasLP64  = ""
	hasILP32 = "1"

	glibcLargeFile = "-D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64"
	xbs5Widths     = "XBS5_ILP32_OFF32\nXBS5_ILP32_OFFBIG"
	v6Widths       = "POSIX_V6_ILP32_OFF32\nPOSIX_V6_ILP32_OFFBIG"
	v7Widths       = "POSIX_V7_ILP32_OFF32\nPOSIX_V7_ILP32_OFFBIG"
)
