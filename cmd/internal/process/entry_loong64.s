#include "go_asm.h"
#include "textflag.h"

// See entry.go and limit.go.
TEXT _rt0_loong64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVV $25, R11 // fcntl
	MOVV $1, R4
	MOVV $1, R5 // F_GETFD
	SYSCALL
	MOVW R4, ·stdoutFlags(SB)
	MOVV $261, R11 // prlimit64
	MOVV $0, R4
	MOVV $9, R5 // RLIMIT_AS
	MOVV $0, R6
	MOVV $·addressLimit(SB), R7
	SYSCALL
	MOVV $·addressLimit(SB), R23
	MOVV $const_addressSpace, R24
	BNE  R4, start
	MOVV (R23), R25
	BGEU R25, R24, start
	MOVV R24, (R23)
	MOVV 8(R23), R25
	BLTU R25, R24, refuse
	MOVV $261, R11 // prlimit64
	MOVV $0, R4
	MOVV $9, R5 // RLIMIT_AS
	MOVV R23, R6
	MOVV $0, R7
	SYSCALL
	BNE  R4, refuse
start:
	MOVW 0(R3), R4 // argc
	ADDV $8, R3, R5 // argv
	JMP  main(SB)
refuse:
	MOVV 8(R3), R5 // argv[0]
	MOVV R5, R6
length:
	MOVBU (R6), R7
	BEQ  R7, name
	ADDV $1, R6
	JMP  length
name:
	SUBV R5, R6, R6
	MOVV $64, R11 // write
	MOVV $2, R4
	SYSCALL
	MOVV $64, R11 // write
	MOVV $2, R4
	MOVV ·tooSmall+0(SB), R5
	MOVV ·tooSmall+8(SB), R6
	SYSCALL
	MOVV $94, R11 // exit_group
	MOVV $const_ExitLimit, R4
	SYSCALL
