/* SPDX-License-Identifier: MIT
 * traps.h: which exceptions trap. traps_set returns whether the processor took
 * the setting. On x86 there are two units, whose mask bits are those of the FE_
 * constants, and 7 further left in mxcsr; a set bit disables.
 */
#ifndef WILDEBEEST_MATH_TRAPS_H
#define WILDEBEEST_MATH_TRAPS_H

#define _GNU_SOURCE
#include <fenv.h>

/* Without denormal operands, which only x86 has and glibc leaves alone. */
#ifdef FE_INVALID
enum {
	TRAPS = FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW | FE_UNDERFLOW | FE_INEXACT
};
#else
enum { TRAPS = 0 };
#endif

#if defined __x86_64__
static inline int traps_get(void)
{
	unsigned short control;

	__asm__ volatile("fnstcw %0" : "=m"(control));
	return ~control & TRAPS;
}

static inline int traps_set(int traps)
{
	unsigned short control;
	unsigned int mxcsr;

	__asm__ volatile("fnstcw %0" : "=m"(control));
	control = (unsigned short)((control | TRAPS) & ~traps);
	__asm__ volatile("fldcw %0" : : "m"(control));
	__asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
	mxcsr = (mxcsr | TRAPS << 7) & ~((unsigned)traps << 7);
	__asm__ volatile("ldmxcsr %0" : : "m"(mxcsr));
	return 1;
}
#elif defined __aarch64__
/* The bits of fpcr are 8 further left, and set ones enable; processors without
 * traps keep them 0. */
static inline int traps_get(void)
{
	unsigned long control;

	__asm__ volatile("mrs %0, fpcr" : "=r"(control));
	return (int)(control >> 8) & TRAPS;
}

static inline int traps_set(int traps)
{
	unsigned long control;

	__asm__ volatile("mrs %0, fpcr" : "=r"(control));
	control &= ~((unsigned long)TRAPS << 8);
	control |= (unsigned long)traps << 8;
	__asm__ volatile("msr fpcr, %0" : : "r"(control));
	return traps_get() == traps;
}
#else
/* Observed on glibc 2.36 for riscv64: without traps none can be had, not even
 * those that no machine knows. */
#define TRAPS_ASKED(excepts) (excepts)

static inline int traps_get(void)
{
	return 0;
}

static inline int traps_set(int traps)
{
	return !traps;
}
#endif

#ifndef TRAPS_ASKED
#define TRAPS_ASKED(excepts) ((excepts) & TRAPS)
#endif

#endif
