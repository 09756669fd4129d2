#include "go_asm.h"
#include "textflag.h"

// See entry.go and limit.go.
TEXT _rt0_amd64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVL $72, AX // fcntl
	MOVL $1, DI
	MOVL $1, SI // F_GETFD
	SYSCALL
	MOVL AX, ·stdoutFlags(SB)
	MOVL $302, AX // prlimit64
	MOVL $0, DI
	MOVL $9, SI // RLIMIT_AS
	MOVL $0, DX
	LEAQ ·addressLimit(SB), R10
	SYSCALL
	MOVQ $const_addressSpace, R12
	MOVQ ·addressLimit+0(SB), R13
	TESTQ AX, AX
	JNE  start
	CMPQ R13, R12
	JCC  start
	MOVQ R12, ·addressLimit+0(SB)
	CMPQ ·addressLimit+8(SB), R12
	JCS  refuse
	MOVL $302, AX // prlimit64
	MOVL $0, DI
	MOVL $9, SI // RLIMIT_AS
	LEAQ ·addressLimit(SB), DX
	MOVL $0, R10
	SYSCALL
	TESTQ AX, AX
	JNE  refuse
start:
	JMP  _rt0_amd64(SB)
refuse:
	MOVQ 8(SP), SI // argv[0]
	MOVQ $0, DX
length:
	CMPB (SI)(DX*1), $0
	JEQ  name
	INCQ DX
	JMP  length
name:
	MOVL $1, AX // write
	MOVL $2, DI
	SYSCALL
	MOVL $1, AX // write
	MOVL $2, DI
	MOVQ ·tooSmall+0(SB), SI
	MOVQ ·tooSmall+8(SB), DX
	SYSCALL
	MOVL $231, AX // exit_group
	MOVL $const_ExitLimit, DI
	SYSCALL
