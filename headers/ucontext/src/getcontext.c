/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "save.h"

/* int getcontext(ucontext_t *context) */
#if defined __x86_64__
__asm__(FUNCTION("getcontext") SAVE
	"lea " NUMBER(MASK) "(%rdi), %rdx\n"
	"xor %edi, %edi\n" /* SIG_BLOCK of nothing */
	"xor %esi, %esi\n"
	"mov $8, %r10d\n"
	"mov $14, %eax\n"
	"syscall\n"
	"xor %eax, %eax\n"
	"ret\n"
	END("getcontext"));

#elif defined __aarch64__
__asm__(FUNCTION("getcontext") SAVE
	"add x2, x0, " NUMBER(MASK) "\n"
	"mov x0, 0\n" /* SIG_BLOCK of nothing */
	"mov x1, 0\n"
	"mov x3, 8\n"
	"mov x8, 135\n"
	"svc 0\n"
	"mov x0, 0\n"
	"ret\n"
	END("getcontext"));

#elif defined __riscv
__asm__(FUNCTION("getcontext") SAVE
	"addi a2, a0, " NUMBER(MASK) "\n"
	"li a0, 0\n" /* SIG_BLOCK of nothing */
	"li a1, 0\n"
	"li a3, 8\n"
	"li a7, 135\n"
	"ecall\n"
	"li a0, 0\n"
	"ret\n"
	END("getcontext"));
#endif
