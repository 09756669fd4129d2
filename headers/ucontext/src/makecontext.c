/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "layout.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

/* The registers that carry arguments, in order, and one that functions keep. */
#if defined __x86_64__
enum { REGISTERS = 6 };
static const unsigned char numbers[REGISTERS] = {REG_RDI, REG_RSI, REG_RDX,
						 REG_RCX, REG_R8, REG_R9};
#define ARGUMENT(context, i) (context)->uc_mcontext.gregs[numbers[i]]
#else
enum { REGISTERS = 8 };
#ifdef __aarch64__
#define ARGUMENT(context, i) (context)->uc_mcontext.regs[i]
#else
#define ARGUMENT(context, i) (context)->uc_mcontext.__gregs[REG_A0 + (i)]
#endif
#endif

static void begin(ucontext_t *context, void (*function)(void), uintptr_t stack)
{
	uintptr_t link = (uintptr_t)context->uc_link;

#if defined __x86_64__
	/* A call pushes the address it returns to. */
	stack -= sizeof(uintptr_t);
	*(uintptr_t *)stack = (uintptr_t)wildebeest_ucontext_start;
	context->uc_mcontext.gregs[REG_RSP] = stack;
	context->uc_mcontext.gregs[REG_RIP] = (uintptr_t)function;
	context->uc_mcontext.gregs[REG_RBX] = link;
	context->uc_mcontext.gregs[REG_RBP] = 0;
#elif defined __aarch64__
	context->uc_mcontext.sp = stack;
	context->uc_mcontext.pc = (uintptr_t)function;
	context->uc_mcontext.regs[30] = (uintptr_t)wildebeest_ucontext_start;
	context->uc_mcontext.regs[19] = link;
	context->uc_mcontext.regs[29] = 0;
#else
	context->uc_mcontext.__gregs[REG_SP] = stack;
	context->uc_mcontext.__gregs[REG_PC] = (uintptr_t)function;
	context->uc_mcontext.__gregs[REG_RA] = (uintptr_t)wildebeest_ucontext_start;
	context->uc_mcontext.__gregs[REG_S0 + 1] = link;
	context->uc_mcontext.__gregs[REG_S0] = 0;
#endif
}

/* Arguments are int by POSIX; as with glibc on these machines, a pointer fits. */
void makecontext(ucontext_t *context, void (*function)(void), int count, ...)
{
	int on_stack = count > REGISTERS ? count - REGISTERS : 0;
	uintptr_t top = (uintptr_t)context->uc_stack.ss_sp + context->uc_stack.ss_size;
	uintptr_t stack = (top - on_stack * sizeof(long)) & -(uintptr_t)16;
	long *further = (long *)stack;
	va_list arguments;

	va_start(arguments, count);
	for (int i = 0; i < count; i++) {
		long value = va_arg(arguments, long);

		if (i < REGISTERS)
			ARGUMENT(context, i) = value;
		else
			further[i - REGISTERS] = value;
	}
	va_end(arguments);
	begin(context, function, stack);
}
