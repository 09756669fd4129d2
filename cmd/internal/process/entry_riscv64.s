#include "textflag.h"

// See entry.go.
TEXT _rt0_riscv64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOV $25, A7 // fcntl
	MOV $1, A0
	MOV $1, A1 // F_GETFD
	ECALL
	MOVW A0, ·stdoutFlags(SB)
	MOV 0(X2), A0 // argc
	ADD $8, X2, A1 // argv
	JMP main(SB)
