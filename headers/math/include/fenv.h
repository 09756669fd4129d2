/* SPDX-License-Identifier: MIT
 * fenv.h: floating-point exceptions that raise SIGFPE.
 */
#include_next <fenv.h>

#ifndef WILDEBEEST_MATH_FENV_H
#define WILDEBEEST_MATH_FENV_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

/* Each returns what was enabled before, or -1: enabling fails where the
 * processor has no traps. */
extern int feenableexcept(int excepts) __THROW;
extern int fedisableexcept(int excepts) __THROW;
extern int fegetexcept(void) __THROW;

__END_DECLS
#endif

#endif
