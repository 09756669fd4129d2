package libc

// Facts of x86_64 targets: the ABI's char, and what glibc 2.36 says there.
const (
	charMin        = "-128"
	charMax        = "127"
	glibcStackMin  = "16384"
	glibcLP64Flag  = "-m64"
	glibcILP32Flag = ""
	glibcBigFlags  = ""
)
