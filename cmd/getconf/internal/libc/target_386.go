package libc

// Facts of i386 targets: the ABI's char, and what glibc 2.36 says there.
const (
	charMin        = "-128"
	charMax        = "127"
	glibcStackMin  = "16384"
	glibcLP64Flag  = ""
	glibcILP32Flag = "-m32"
	glibcBigFlags  = "-m32 " + glibcLargeFile
)
