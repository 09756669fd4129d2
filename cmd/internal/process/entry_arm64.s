#include "go_asm.h"
#include "textflag.h"

// See entry.go and limit.go.
TEXT _rt0_arm64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVD $25, R8 // fcntl
	MOVD $1, R0
	MOVD $1, R1 // F_GETFD
	SVC
	MOVW R0, ·stdoutFlags(SB)
	MOVD $261, R8 // prlimit64
	MOVD $0, R0
	MOVD $9, R1 // RLIMIT_AS
	MOVD $0, R2
	MOVD $·addressLimit(SB), R3
	SVC
	MOVD $·addressLimit(SB), R12
	MOVD $const_addressSpace, R13
	CBNZ R0, start
	MOVD (R12), R14
	CMP  R13, R14
	BHS  start
	MOVD R13, (R12)
	MOVD 8(R12), R14
	CMP  R13, R14
	BLO  refuse
	MOVD $261, R8 // prlimit64
	MOVD $0, R0
	MOVD $9, R1 // RLIMIT_AS
	MOVD R12, R2
	MOVD $0, R3
	SVC
	CBNZ R0, refuse
start:
	JMP  _rt0_arm64(SB)
refuse:
	MOVD 8(RSP), R1 // argv[0]
	MOVD $0, R2
length:
	MOVBU (R1)(R2), R3
	CBZ  R3, name
	ADD  $1, R2
	B    length
name:
	MOVD $64, R8 // write
	MOVD $2, R0
	SVC
	MOVD $64, R8 // write
	MOVD $2, R0
	MOVD ·tooSmall+0(SB), R1
	MOVD ·tooSmall+8(SB), R2
	SVC
	MOVD $94, R8 // exit_group
	MOVD $const_ExitLimit, R0
	SVC
