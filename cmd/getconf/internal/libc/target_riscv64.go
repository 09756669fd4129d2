package libc

// Facts of riscv64 targets: the ABI's char, and what glibc 2.36 says there.
const (
	charMin        = "0"
	charMax        = "255"
	glibcStackMin  = "16384"
	glibcLP64Flag  = ""
	glibcILP32Flag = ""
	glibcBigFlags  = ""
)
