#include "textflag.h"

// See entry.go.
TEXT _rt0_loong64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVV $25, R11 // fcntl
	MOVV $1, R4
	MOVV $1, R5 // F_GETFD
	SYSCALL
	MOVW R4, ·stdoutFlags(SB)
	MOVW 0(R3), R4 // argc
	ADDV $8, R3, R5 // argv
	JMP  main(SB)
