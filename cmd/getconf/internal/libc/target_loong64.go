package libc

// Facts of loongarch64 targets: the ABI's char, and what glibc 2.36 says there.
// Debian 12 has no glibc for this target, so glibc's rows are not observed: they
// are those of arm64, the target most like it.
const (
	charMin        = "-128"
	charMax        = "127"
	glibcStackMin  = "131072"
	glibcLP64Flag  = ""
	glibcILP32Flag = ""
	glibcBigFlags  = ""
)
