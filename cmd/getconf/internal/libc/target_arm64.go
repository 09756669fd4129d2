package libc

// Facts of aarch64 targets: the ABI's char, and what glibc 2.36 says there.
const (
	charMin        = "0"
	charMax        = "255"
	glibcStackMin  = "131072"
	glibcLP64Flag  = ""
	glibcILP32Flag = ""
	glibcBigFlags  = ""
)
