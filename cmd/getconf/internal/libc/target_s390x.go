package libc

// Facts of s390x targets: the ABI's char, and what glibc 2.36 says there.
const (
	charMin        = "0"
	charMax        = "255"
	glibcStackMin  = "16384"
	glibcLP64Flag  = "-m64"
	glibcILP32Flag = ""
	glibcBigFlags  = ""
)
