#include "textflag.h"

// See entry.go.
TEXT _rt0_386_linux(SB), NOSPLIT|NOFRAME|DUPOK, $0
	MOVL $55, AX // fcntl
	MOVL $1, BX
	MOVL $1, CX // F_GETFD
	INT  $0x80
	MOVL AX, ·stdoutFlags(SB)
	JMP  _rt0_386(SB)
