/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "save.h"

/* int swapcontext(ucontext_t *restrict old, const ucontext_t *restrict new): the
 * mask is stored on the way; setcontext does the rest. */
#if defined __x86_64__
__asm__(FUNCTION("swapcontext") SAVE
	"lea " NUMBER(MASK) "(%rdi), %rdx\n"
	"mov %rsi, %r8\n"
	"xor %edi, %edi\n"
	"xor %esi, %esi\n"
	"mov $8, %r10d\n"
	"mov $14, %eax\n"
	"syscall\n"
	"mov %r8, %rdi\n"
	"jmp setcontext\n"
	END("swapcontext")
	".hidden setcontext\n");

#elif defined __aarch64__
__asm__(FUNCTION("swapcontext") SAVE
	"mov x9, x1\n"
	"add x2, x0, " NUMBER(MASK) "\n"
	"mov x0, 0\n"
	"mov x1, 0\n"
	"mov x3, 8\n"
	"mov x8, 135\n"
	"svc 0\n"
	"mov x0, x9\n"
	"b setcontext\n"
	END("swapcontext")
	".hidden setcontext\n");

#elif defined __riscv
__asm__(FUNCTION("swapcontext") SAVE
	"mv t1, a1\n"
	"addi a2, a0, " NUMBER(MASK) "\n"
	"li a0, 0\n"
	"li a1, 0\n"
	"li a3, 8\n"
	"li a7, 135\n"
	"ecall\n"
	"mv a0, t1\n"
	"tail setcontext\n"
	END("swapcontext")
	".hidden setcontext\n");
#endif
