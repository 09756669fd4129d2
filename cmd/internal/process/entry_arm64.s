#include "textflag.h"

// See entry.go.
TEXT _rt0_arm64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVD $25, R8 // fcntl
	MOVD $1, R0
	MOVD $1, R1 // F_GETFD
	SVC
	MOVW R0, ·stdoutFlags(SB)
	JMP  _rt0_arm64(SB)
