/* SPDX-License-Identifier: MIT
 * save.h: assembly that stores what a call must keep, and the arguments, into the
 * context at the first argument register; getcontext and swapcontext begin so. The
 * saved program counter and stack are those of the caller after the return, and
 * the saved result is 0.
 */
#ifndef WILDEBEEST_UCONTEXT_SAVE_H
#define WILDEBEEST_UCONTEXT_SAVE_H

#include "layout.h"

#if defined __x86_64__
/* gregs by their numbers in ucontext.h: REG_R8 is 0, REG_RIP is 16. */
#define SAVE \
	"mov %r8, " GREG(0) "(%rdi)\n" \
	"mov %r9, " GREG(1) "(%rdi)\n" \
	"mov %r12, " GREG(4) "(%rdi)\n" \
	"mov %r13, " GREG(5) "(%rdi)\n" \
	"mov %r14, " GREG(6) "(%rdi)\n" \
	"mov %r15, " GREG(7) "(%rdi)\n" \
	"mov %rdi, " GREG(8) "(%rdi)\n" \
	"mov %rsi, " GREG(9) "(%rdi)\n" \
	"mov %rbp, " GREG(10) "(%rdi)\n" \
	"mov %rbx, " GREG(11) "(%rdi)\n" \
	"mov %rdx, " GREG(12) "(%rdi)\n" \
	"movq $0, " GREG(13) "(%rdi)\n" \
	"mov %rcx, " GREG(14) "(%rdi)\n" \
	"lea 8(%rsp), %rax\n" \
	"mov %rax, " GREG(15) "(%rdi)\n" \
	"mov (%rsp), %rax\n" \
	"mov %rax, " GREG(16) "(%rdi)\n" \
	"lea " NUMBER(FP) "(%rdi), %rax\n" \
	"mov %rax, " GREG(23) "(%rdi)\n" \
	"fnstcw (%rax)\n" \
	"stmxcsr 24(%rax)\n"

#elif defined __aarch64__
#define SAVE \
	"stp xzr, x1, [x0, " NUMBER(REGS) "]\n" \
	"add x9, x0, " NUMBER(REGS) "\n" \
	"stp x2, x3, [x9, 16]\n" \
	"stp x4, x5, [x9, 32]\n" \
	"stp x6, x7, [x9, 48]\n" \
	"stp x18, x19, [x9, 144]\n" \
	"stp x20, x21, [x9, 160]\n" \
	"stp x22, x23, [x9, 176]\n" \
	"stp x24, x25, [x9, 192]\n" \
	"stp x26, x27, [x9, 208]\n" \
	"stp x28, x29, [x9, 224]\n" \
	"str x30, [x9, 240]\n" \
	"mov x10, sp\n" \
	"str x10, [x0, " NUMBER(STACK) "]\n" \
	"str x30, [x0, " NUMBER(PC) "]\n" \
	"add x9, x0, " NUMBER(FP) "\n" \
	"stp d8, d9, [x9]\n" \
	"stp d10, d11, [x9, 16]\n" \
	"stp d12, d13, [x9, 32]\n" \
	"stp d14, d15, [x9, 48]\n" \
	"mrs x10, fpcr\n" \
	"mrs x11, fpsr\n" \
	"stp x10, x11, [x9, 64]\n"

#elif defined __riscv
#define X(n) NUMBER(REGS + 8 * n) "(a0)\n"
#define F(n) NUMBER(FP + 8 * n) "(a0)\n"
#define SAVE_INTEGERS \
	"sd ra, " X(0) "sd ra, " X(1) "sd sp, " X(2) "sd s0, " X(8) "sd s1, " X(9) \
	"sd zero, " X(10) "sd a1, " X(11) "sd a2, " X(12) "sd a3, " X(13) \
	"sd a4, " X(14) "sd a5, " X(15) "sd a6, " X(16) "sd a7, " X(17) \
	"sd s2, " X(18) "sd s3, " X(19) "sd s4, " X(20) "sd s5, " X(21) \
	"sd s6, " X(22) "sd s7, " X(23) "sd s8, " X(24) "sd s9, " X(25) \
	"sd s10, " X(26) "sd s11, " X(27)
#ifdef __riscv_flen
#define SAVE SAVE_INTEGERS \
	"fsd fs0, " F(8) "fsd fs1, " F(9) "fsd fs2, " F(18) "fsd fs3, " F(19) \
	"fsd fs4, " F(20) "fsd fs5, " F(21) "fsd fs6, " F(22) "fsd fs7, " F(23) \
	"fsd fs8, " F(24) "fsd fs9, " F(25) "fsd fs10, " F(26) "fsd fs11, " F(27) \
	"frcsr t0\n" \
	"sw t0, " NUMBER(CONTROL) "(a0)\n"
#else
#define SAVE SAVE_INTEGERS
#endif
#endif

#endif
