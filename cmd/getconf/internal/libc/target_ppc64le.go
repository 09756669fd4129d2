package libc

// Facts of powerpc64le targets: the ABI's char, and what glibc 2.36 says there.
const (
	charMin        = "0"
	charMax        = "255"
	glibcStackMin  = "131072"
	glibcLP64Flag  = "-m64"
	glibcILP32Flag = ""
	glibcBigFlags  = ""
)
