#include "textflag.h"

// See entry.go.
TEXT _rt0_arm_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVW $55, R7 // fcntl
	MOVW $1, R0
	MOVW $1, R1 // F_GETFD
	SWI  $0
	MOVW R0, ·stdoutFlags(SB)
	MOVW (R13), R0 // argc
	MOVW $4(R13), R1 // argv
	B    _rt0_arm_linux1(SB)
