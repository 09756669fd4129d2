/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "layout.h"

/* int setcontext(const ucontext_t *context): the mask first, as a signal that
 * comes then must find a stack; then everything that save.h stored. */
#if defined __x86_64__
__asm__(FUNCTION("setcontext")
	"mov %rdi, %r9\n"
	"lea " NUMBER(MASK) "(%rdi), %rsi\n"
	"mov $2, %edi\n" /* SIG_SETMASK */
	"xor %edx, %edx\n"
	"mov $8, %r10d\n"
	"mov $14, %eax\n"
	"syscall\n"
	"mov %r9, %rdx\n"
	"fldcw " NUMBER(FP) "(%rdx)\n"
	"ldmxcsr 24 + " NUMBER(FP) "(%rdx)\n"
	"mov " GREG(4) "(%rdx), %r12\n"
	"mov " GREG(5) "(%rdx), %r13\n"
	"mov " GREG(6) "(%rdx), %r14\n"
	"mov " GREG(7) "(%rdx), %r15\n"
	"mov " GREG(10) "(%rdx), %rbp\n"
	"mov " GREG(11) "(%rdx), %rbx\n"
	"mov " GREG(15) "(%rdx), %rsp\n"
	"push " GREG(16) "(%rdx)\n"
	"mov " GREG(0) "(%rdx), %r8\n"
	"mov " GREG(1) "(%rdx), %r9\n"
	"mov " GREG(8) "(%rdx), %rdi\n"
	"mov " GREG(9) "(%rdx), %rsi\n"
	"mov " GREG(13) "(%rdx), %rax\n"
	"mov " GREG(14) "(%rdx), %rcx\n"
	"mov " GREG(12) "(%rdx), %rdx\n"
	"ret\n"
	END("setcontext"));

#elif defined __aarch64__
__asm__(FUNCTION("setcontext")
	"mov x16, x0\n"
	"add x1, x0, " NUMBER(MASK) "\n"
	"mov x0, 2\n" /* SIG_SETMASK */
	"mov x2, 0\n"
	"mov x3, 8\n"
	"mov x8, 135\n"
	"svc 0\n"
	"add x9, x16, " NUMBER(FP) "\n"
	"ldp d8, d9, [x9]\n"
	"ldp d10, d11, [x9, 16]\n"
	"ldp d12, d13, [x9, 32]\n"
	"ldp d14, d15, [x9, 48]\n"
	"ldp x10, x11, [x9, 64]\n"
	"msr fpcr, x10\n"
	"msr fpsr, x11\n"
	"add x9, x16, " NUMBER(REGS) "\n"
	"ldp x0, x1, [x9]\n"
	"ldp x2, x3, [x9, 16]\n"
	"ldp x4, x5, [x9, 32]\n"
	"ldp x6, x7, [x9, 48]\n"
	"ldp x18, x19, [x9, 144]\n"
	"ldp x20, x21, [x9, 160]\n"
	"ldp x22, x23, [x9, 176]\n"
	"ldp x24, x25, [x9, 192]\n"
	"ldp x26, x27, [x9, 208]\n"
	"ldp x28, x29, [x9, 224]\n"
	"ldr x30, [x9, 240]\n"
	"ldr x10, [x16, " NUMBER(STACK) "]\n"
	"mov sp, x10\n"
	"ldr x16, [x16, " NUMBER(PC) "]\n"
	"br x16\n"
	END("setcontext"));

#elif defined __riscv
#define X(n) NUMBER(REGS + 8 * n) "(t1)\n"
#define F(n) NUMBER(FP + 8 * n) "(t1)\n"
__asm__(FUNCTION("setcontext")
	"mv t1, a0\n"
	"addi a1, a0, " NUMBER(MASK) "\n"
	"li a0, 2\n" /* SIG_SETMASK */
	"li a2, 0\n"
	"li a3, 8\n"
	"li a7, 135\n"
	"ecall\n"
#ifdef __riscv_flen
	"fld fs0, " F(8) "fld fs1, " F(9) "fld fs2, " F(18) "fld fs3, " F(19)
	"fld fs4, " F(20) "fld fs5, " F(21) "fld fs6, " F(22) "fld fs7, " F(23)
	"fld fs8, " F(24) "fld fs9, " F(25) "fld fs10, " F(26) "fld fs11, " F(27)
	"lw t0, " NUMBER(CONTROL) "(t1)\n"
	"fscsr t0\n"
#endif
	"ld ra, " X(1) "ld sp, " X(2) "ld s0, " X(8) "ld s1, " X(9)
	"ld a0, " X(10) "ld a1, " X(11) "ld a2, " X(12) "ld a3, " X(13)
	"ld a4, " X(14) "ld a5, " X(15) "ld a6, " X(16) "ld a7, " X(17)
	"ld s2, " X(18) "ld s3, " X(19) "ld s4, " X(20) "ld s5, " X(21)
	"ld s6, " X(22) "ld s7, " X(23) "ld s8, " X(24) "ld s9, " X(25)
	"ld s10, " X(26) "ld s11, " X(27)
	"ld t1, " X(0)
	"jr t1\n"
	END("setcontext"));
#endif
