/* SPDX-License-Identifier: MIT
 * ucontext.h: getcontext can return twice, which compilers want to know, and the
 * _GNU_SOURCE names of a context's registers.
 */
#include_next <ucontext.h>

#ifndef WILDEBEEST_UCONTEXT_UCONTEXT_H
#define WILDEBEEST_UCONTEXT_UCONTEXT_H

#ifdef __cplusplus
extern "C" {
#endif

extern int getcontext(ucontext_t *) __attribute__((__returns_twice__));
extern int swapcontext(ucontext_t *__restrict, const ucontext_t *__restrict)
	__attribute__((__returns_twice__));

#ifdef __cplusplus
}
#endif

#endif
