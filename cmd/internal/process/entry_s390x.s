#include "go_asm.h"
#include "textflag.h"

// See entry.go and limit.go.
TEXT _rt0_s390x_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVD $55, R1 // fcntl
	MOVD $1, R2
	MOVD $1, R3 // F_GETFD
	SYSCALL
	MOVW R2, ·stdoutFlags(SB)
	MOVD $334, R1 // prlimit64
	MOVD $0, R2
	MOVD $9, R3 // RLIMIT_AS
	MOVD $0, R4
	MOVD $·addressLimit(SB), R5
	SYSCALL
	MOVD $·addressLimit(SB), R6
	MOVD $const_addressSpace, R7
	CMPBNE R2, $0, start
	MOVD 0(R6), R8
	CMPUBGE R8, R7, start
	MOVD R7, 0(R6)
	MOVD 8(R6), R8
	CMPUBLT R8, R7, refuse
	MOVD $334, R1 // prlimit64
	MOVD $0, R2
	MOVD $9, R3 // RLIMIT_AS
	MOVD R6, R4
	MOVD $0, R5
	SYSCALL
	CMPBNE R2, $0, refuse
start:
	MOVD 0(R15), R2 // argc
	ADD  $8, R15, R3 // argv
	BR   main(SB)
refuse:
	MOVD 8(R15), R3 // argv[0]
	MOVD R3, R4
length:
	MOVBZ 0(R4), R5
	CMPBEQ R5, $0, name
	ADD  $1, R4
	BR   length
name:
	SUB  R3, R4
	MOVD $4, R1 // write
	MOVD $2, R2
	SYSCALL
	MOVD $4, R1 // write
	MOVD $2, R2
	MOVD ·tooSmall+0(SB), R3
	MOVD ·tooSmall+8(SB), R4
	SYSCALL
	MOVD $248, R1 // exit_group
	MOVD $const_ExitLimit, R2
	SYSCALL
