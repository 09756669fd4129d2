#include "go_asm.h"
#include "textflag.h"

// See entry.go and limit.go. What comes before main is not to be repeated here: it
// prepares the TLS register. argc and argv are in R3 and R4.
TEXT main(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVD    R3, R20
	MOVD    R4, R21
	MOVD    $1, R3
	MOVD    $1, R4 // F_GETFD
	SYSCALL $55 // fcntl
	MOVW    R3, ·stdoutFlags(SB)
	MOVD    $0, R3
	MOVD    $9, R4 // RLIMIT_AS
	MOVD    $0, R5
	MOVD    $·addressLimit(SB), R6
	SYSCALL $325 // prlimit64
	MOVD    $·addressLimit(SB), R14
	MOVD    $const_addressSpace, R15
	CMP     R3, $0
	BNE     start
	MOVD    0(R14), R16
	CMPU    R16, R15
	BGE     start
	MOVD    R15, 0(R14)
	MOVD    8(R14), R16
	CMPU    R16, R15
	BLT     refuse
	MOVD    $0, R3
	MOVD    $9, R4 // RLIMIT_AS
	MOVD    R14, R5
	MOVD    $0, R6
	SYSCALL $325 // prlimit64
	CMP     R3, $0
	BNE     refuse
start:
	MOVD    R20, R3
	MOVD    R21, R4
	MOVD    $runtime·rt0_go(SB), R12
	MOVD    R12, CTR
	BR      (CTR)
refuse:
	MOVD    0(R21), R4 // argv[0]
	MOVD    R4, R5
length:
	MOVBZ   0(R5), R6
	CMP     R6, $0
	BEQ     name
	ADD     $1, R5
	BR      length
name:
	SUB     R4, R5, R5
	MOVD    $2, R3
	SYSCALL $4 // write
	MOVD    $2, R3
	MOVD    ·tooSmall+0(SB), R4
	MOVD    ·tooSmall+8(SB), R5
	SYSCALL $4 // write
	MOVD    $const_ExitLimit, R3
	SYSCALL $234 // exit_group
