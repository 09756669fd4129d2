#include "go_asm.h"
#include "textflag.h"

// See entry.go and limit.go.
TEXT _rt0_riscv64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOV $25, A7 // fcntl
	MOV $1, A0
	MOV $1, A1 // F_GETFD
	ECALL
	MOVW A0, ·stdoutFlags(SB)
	MOV $261, A7 // prlimit64
	MOV $0, A0
	MOV $9, A1 // RLIMIT_AS
	MOV $0, A2
	MOV $·addressLimit(SB), A3
	ECALL
	MOV $·addressLimit(SB), T0
	MOV $const_addressSpace, T1
	BNE A0, ZERO, start
	MOV (T0), T2
	BGEU T2, T1, start
	MOV T1, (T0)
	MOV 8(T0), T2
	BLTU T2, T1, refuse
	MOV $261, A7 // prlimit64
	MOV $0, A0
	MOV $9, A1 // RLIMIT_AS
	MOV T0, A2
	MOV $0, A3
	ECALL
	BNE A0, ZERO, refuse
start:
	MOV 0(X2), A0 // argc
	ADD $8, X2, A1 // argv
	JMP main(SB)
refuse:
	MOV 8(X2), A1 // argv[0]
	MOV A1, A2
length:
	MOVBU (A2), T0
	BEQ T0, ZERO, name
	ADD $1, A2
	JMP length
name:
	SUB A1, A2, A2
	MOV $64, A7 // write
	MOV $2, A0
	ECALL
	MOV $64, A7 // write
	MOV $2, A0
	MOV ·tooSmall+0(SB), A1
	MOV ·tooSmall+8(SB), A2
	ECALL
	MOV $94, A7 // exit_group
	MOV $const_ExitLimit, A0
	ECALL
