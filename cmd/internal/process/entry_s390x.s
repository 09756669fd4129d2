#include "textflag.h"

// See entry.go.
TEXT _rt0_s390x_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVD $55, R1 // fcntl
	MOVD $1, R2
	MOVD $1, R3 // F_GETFD
	SYSCALL
	MOVW R2, ·stdoutFlags(SB)
	MOVD 0(R15), R2 // argc
	ADD  $8, R15, R3 // argv
	BR   main(SB)
