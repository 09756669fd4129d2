#include "textflag.h"

// See entry.go. What comes before main is not to be repeated here: it prepares
// the TLS register. argc and argv are in R3 and R4.
TEXT main(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVD    R3, R20
	MOVD    R4, R21
	MOVD    $1, R3
	MOVD    $1, R4 // F_GETFD
	SYSCALL $55 // fcntl
	MOVW    R3, ·stdoutFlags(SB)
	MOVD    R20, R3
	MOVD    R21, R4
	MOVD    $runtime·rt0_go(SB), R12
	MOVD    R12, CTR
	BR      (CTR)
