/* SPDX-License-Identifier: MIT
 * layout.h: where the assembly finds the parts of musl's ucontext_t, held against
 * its header, and what the four functions share. The signal mask is changed by
 * rt_sigprocmask(how, new, old, 8); its result is not looked at, as it can only
 * fail for bad pointers, on which these functions crash like glibc's.
 */
#ifndef WILDEBEEST_UCONTEXT_LAYOUT_H
#define WILDEBEEST_UCONTEXT_LAYOUT_H

#include <stddef.h>
#include <ucontext.h>

#define TEXT(x) #x
#define NUMBER(x) TEXT(x)

#define FUNCTION(name) \
	".text\n.balign 16\n.globl " name "\n.hidden " name "\n.type " name \
	",%function\n" name ":\n"
#define END(name) ".size " name ", . - " name "\n"

#if defined __x86_64__ && !defined __ILP32__
#define MASK 296
#define FP 424
#define GREG(n) NUMBER(40 + 8 * n)
_Static_assert(offsetof(ucontext_t, uc_mcontext) == 40, "registers");
_Static_assert(offsetof(ucontext_t, uc_sigmask) == MASK, "signal mask");
_Static_assert(offsetof(ucontext_t, __fpregs_mem) == FP, "floating point");

#elif defined __aarch64__
#define MASK 40
#define REGS 184
#define STACK 432
#define PC 440
#define FP 464
_Static_assert(offsetof(ucontext_t, uc_sigmask) == MASK, "signal mask");
_Static_assert(offsetof(ucontext_t, uc_mcontext.regs) == REGS, "registers");
_Static_assert(offsetof(ucontext_t, uc_mcontext.sp) == STACK, "stack pointer");
_Static_assert(offsetof(ucontext_t, uc_mcontext.pc) == PC, "program counter");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__reserved) == FP, "floating point");

#elif defined __riscv && __riscv_xlen == 64
#define MASK 40
#define REGS 176
#define FP 432
#define CONTROL 688
_Static_assert(offsetof(ucontext_t, uc_sigmask) == MASK, "signal mask");
_Static_assert(offsetof(ucontext_t, uc_mcontext) == REGS, "registers");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__fpregs) == FP, "floating point");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__fpregs.__d.__fcsr) == CONTROL, "fcsr");

#else
#error "ucontext knows x86_64, aarch64 and riscv64; leave the module out elsewhere"
#endif

/* Where a made context begins to run after its function: goes on with the context
 * in its register, or exits. */
extern void wildebeest_ucontext_start(void);

#endif
