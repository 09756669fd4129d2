/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "layout.h"

#include <stdlib.h>

/* getcontext(3): "If this pointer is NULL, the thread exits"; observed on glibc
 * 2.36: the process does, with status 0. */
__attribute__((__noreturn__, __used__))
static void go_on(const ucontext_t *next)
{
	if (!next)
		exit(0);
	setcontext(next);
	exit(-1);
}

__attribute__((__visibility__("hidden"), __used__))
void (*const wildebeest_ucontext_go_on)(const ucontext_t *) = go_on;

/* The function of a made context returns to here; the next context is in a
 * register that functions keep. The end of the stack for unwinders. */
#if defined __x86_64__
__asm__(FUNCTION("wildebeest_ucontext_start")
	".cfi_startproc\n.cfi_undefined rip\n"
	"mov %rbx, %rdi\n"
	"call *wildebeest_ucontext_go_on(%rip)\n"
	"ud2\n"
	".cfi_endproc\n"
	END("wildebeest_ucontext_start"));

#elif defined __aarch64__
__asm__(FUNCTION("wildebeest_ucontext_start")
	".cfi_startproc\n.cfi_undefined x30\n"
	"mov x0, x19\n"
	"adrp x1, wildebeest_ucontext_go_on\n"
	"ldr x1, [x1, :lo12:wildebeest_ucontext_go_on]\n"
	"blr x1\n"
	"brk 1\n"
	".cfi_endproc\n"
	END("wildebeest_ucontext_start"));

#elif defined __riscv
__asm__(FUNCTION("wildebeest_ucontext_start")
	".cfi_startproc\n.cfi_undefined ra\n"
	"mv a0, s1\n"
	"ld a1, wildebeest_ucontext_go_on\n"
	"jalr a1\n"
	"unimp\n"
	".cfi_endproc\n"
	END("wildebeest_ucontext_start"));
#endif
