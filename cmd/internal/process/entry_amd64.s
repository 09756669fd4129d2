#include "textflag.h"

// See entry.go.
TEXT _rt0_amd64_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVL $72, AX // fcntl
	MOVL $1, DI
	MOVL $1, SI // F_GETFD
	SYSCALL
	MOVL AX, ·stdoutFlags(SB)
	JMP  _rt0_amd64(SB)
